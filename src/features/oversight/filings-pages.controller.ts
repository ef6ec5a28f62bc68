import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { filingPaths } from '../../platform/http/oversight-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { FilingService } from '../distribution/filing.service';
import { FilingEntryForm, FilingsQuery } from './filings.forms';
import { FilingsPage } from './filings.pages';
import { FilingsViewService } from './filings-view.service';

/** The page of what is filed with a county. */
@ApiExcludeController()
@Controller('offices/:collectiveId/filings')
export class FilingsPagesController {
  constructor(
    private readonly filing: FilingService,
    private readonly view: FilingsViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param('collectiveId') collectiveId: string,
    @Query() query: FilingsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, collectiveId, query);
  }

  @Post()
  @HtmlPage()
  file(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { filedPlan, ...form } = await readForm(FilingEntryForm, post.body);
        const [kind = '', villageId = '', planId = ''] = filedPlan.split('.');
        const given = { form, command: post.command };
        await this.filing.filePlan(collectiveId, { kind, villageId, planId }, given);
        return { next: filingPaths.list(collectiveId), said: 'planFiled' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, { form: refusedForm(refused) }),
    });
  }

  private async draw(
    visit: PageVisit,
    collectiveId: string,
    asked: Parameters<FilingsViewService['pageOf']>[2],
  ): Promise<string> {
    const props = await this.view.pageOf(visit, collectiveId, asked);
    return officePage(visit, 'filings', h(FilingsPage, props));
  }
}
