import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { TownshipPage } from './township.pages';
import { TownshipViewService } from './township-view.service';

/** The township's page over its villages. */
@ApiExcludeController()
@Controller('township/:collectiveId')
export class TownshipPagesController {
  constructor(private readonly view: TownshipViewService) {}

  @Get()
  @HtmlPage()
  async show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'township', h(TownshipPage, await this.view.pageOf(visit, collectiveId)));
  }
}
