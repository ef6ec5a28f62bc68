import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { SurplusPage } from './surplus.pages';
import { StatementQuery } from './surplus.queries';
import { SurplusViewService } from './surplus-view.service';

/** The page of a pool's surplus. */
@ApiExcludeController()
@Controller('villages/:collectiveId/surplus')
export class SurplusPagesController {
  constructor(private readonly view: SurplusViewService) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('collectiveId') collectiveId: string,
    @Query() { pool = 'pv', from, to }: StatementQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.pageOf(visit, { collectiveId, pool, from, to });
    return officePage(visit, 'surplus', h(SurplusPage, props));
  }
}
