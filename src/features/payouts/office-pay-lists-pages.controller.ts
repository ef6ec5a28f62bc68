import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { OfficePayListsPage } from './office-pay-lists.pages';
import { OfficePayListsViewService } from './office-pay-lists-view.service';

/** The lists by which the villages of an office pay people. */
@ApiExcludeController()
@Controller('township/:collectiveId/pay-lists')
export class OfficePayListsPagesController {
  constructor(private readonly view: OfficePayListsViewService) {}

  @Get()
  @HtmlPage()
  async show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.page(visit, collectiveId);
    return officePage(visit, 'officePayLists', h(OfficePayListsPage, props));
  }
}
