import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { DryRunPage } from './dry-run.pages';
import { DryRunViewService } from './dry-run-view.service';
import { DryRunQuery } from './oversight.forms';

/** A pack over what a village decided in a past year. */
@ApiExcludeController()
@Controller('offices/:collectiveId/dry-run')
export class DryRunPagesController {
  constructor(private readonly view: DryRunViewService) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('collectiveId') collectiveId: string,
    @Query() query: DryRunQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return officePage(visit, 'dryRun', h(DryRunPage, await this.view.pageOf(visit, collectiveId, query)));
  }
}
