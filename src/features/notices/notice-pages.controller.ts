import { Controller, Get, Header, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { NoticePublishForm, SheetPaperQuery } from './notices.forms';
import { NoticeSheetsService } from './notice-sheets.service';
import { NoticesService } from './notices.service';
import { SampleSheetsService } from './sample-sheets.service';
import { PublishNoticePage } from './publish-notice.pages';
import { type PublishPlace, PublishViewService } from './publish-view.service';

interface SheetPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** The office's side of a notice: publishing a plan's sheet, printing it. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class NoticePagesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly sheets: NoticeSheetsService,
    private readonly view: PublishViewService,
    private readonly samples: SampleSheetsService,
  ) {}

  @Get('plans/:planId/publish')
  @HtmlPage()
  show(@Param() at: PublishPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post('plans/:planId/publish')
  @HtmlPage()
  publish(@Param() at: PublishPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, planId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(NoticePublishForm, { ...post.body, planId });
        await this.notices.publishNotice(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).planAct(planId, 'publish'), said: 'noticePublished' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  /** A draft as it would hang on the wall; nothing is published. */
  @Get('plans/:planId/sample.pdf')
  @Header('content-type', 'application/pdf')
  async sample(@Param() { collectiveId, planId }: PublishPlace): Promise<StreamableFile> {
    const bytes = await this.samples.drawSample(collectiveId, planId);
    return new StreamableFile(bytes, { type: 'application/pdf' });
  }

  @Get('notices/:id/sheet.pdf')
  @Header('content-type', 'application/pdf')
  async print(
    @Param() { collectiveId, id }: SheetPlace,
    @Query() { sheetPaper = 'a4' }: SheetPaperQuery,
  ): Promise<StreamableFile> {
    const bytes = await this.sheets.requireOn(sheetPaper, collectiveId, id);
    return new StreamableFile(bytes, { type: 'application/pdf' });
  }

  private async draw(visit: PageVisit, at: PublishPlace, refused?: FormState): Promise<string> {
    return officePage(visit, 'publish', h(PublishNoticePage, await this.view.pageOf(visit, at, refused)));
  }
}
