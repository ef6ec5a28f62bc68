import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { ChartChangeEntryForm } from './chart-change.forms';
import { ChartChangePage } from './chart-change.pages';
import { ChartChangeService } from './chart-change.service';
import { type ChartChangeAsked, ChartChangeViewService } from './chart-change-view.service';
import { YearQuery } from './year-end.forms';

/** The page on which the chart of accounts is changed. */
@ApiExcludeController()
@Controller('villages/:collectiveId/chart-change')
export class ChartChangePagesController {
  constructor(
    private readonly changes: ChartChangeService,
    private readonly view: ChartChangeViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param('collectiveId') collectiveId: string,
    @Query() { year }: YearQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, { collectiveId, year });
  }

  @Post()
  @HtmlPage()
  change(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { year, chart, choices } = await readForm(ChartChangeEntryForm, post.body);
        await this.changes.changeChart(collectiveId, { year: Number(year), chart, choices }, post.command);
        return { next: villagePaths(collectiveId).trialBalance, said: 'chartChanged' };
      },
      showAgain: (refused) => {
        const year = /^\d{4}$/.exec(refused.values['year'] ?? '')?.[0];
        return this.draw(post, { collectiveId, year, form: refusedForm(refused) });
      },
    });
  }

  private async draw(visit: PageVisit, asked: ChartChangeAsked): Promise<string> {
    return officePage(visit, 'chartChange', h(ChartChangePage, await this.view.pageOf(visit, asked)));
  }
}
