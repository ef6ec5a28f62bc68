import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { CrossTabsQuery } from './assets.forms';
import { CrossTabsPage } from './cross-tabs.pages';
import { CrossTabsViewService } from './cross-tabs-view.service';

/** The register of a village, or of all below an office, as tables. */
@ApiExcludeController()
@Controller('offices/:collectiveId/asset-tables')
export class CrossTabsPagesController {
  constructor(private readonly view: CrossTabsViewService) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('collectiveId') officeId: string,
    @Query() query: CrossTabsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return officePage(visit, 'assetTables', h(CrossTabsPage, await this.view.pageOf(visit, officeId, query)));
  }
}
