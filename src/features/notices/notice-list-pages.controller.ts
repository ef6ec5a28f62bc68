import { Controller, Get, Header, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { ItemAddress, VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { noticePaths } from '../../platform/http/notice-paths';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { NoticeListPage } from './notice-list.pages';
import { NoticeListViewService } from './notice-list-view.service';
import { ReportNoticePage } from './report-notice.pages';
import { ReportNoticesService } from './report-notices.service';
import {
  NoticeWithdrawalForm,
  ReportPublishForm,
  ReportSheetQuery,
  ReportWishQuery,
} from './report-sheets.forms';
import { SheetDrawingService } from './sheet-drawing.service';

/** The village's sheets in the office: what can be published now, and those that are no plan's. */
@ApiExcludeController()
@Controller('villages/:collectiveId/notices')
export class NoticeListPagesController {
  constructor(
    private readonly reports: ReportNoticesService,
    private readonly view: NoticeListViewService,
    private readonly drawing: SheetDrawingService,
  ) {}

  @Get()
  @HtmlPage()
  async list(
    @Param() { collectiveId }: VillageAddress,
    @Query() wish: ReportWishQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return officePage(
      visit,
      'notices',
      h(NoticeListPage, await this.view.listOf(visit, { collectiveId, wish })),
    );
  }

  @Post()
  @HtmlPage()
  publish(@Param() at: VillageAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ReportPublishForm, post.body);
        const { id } = await this.reports.publishReport(collectiveId, form, post.command);
        return { next: noticePaths(collectiveId).sheet(id), said: 'noticePublished' };
      },
      showAgain: async (refused) => {
        const form = refusedForm(refused);
        const page = await this.view.listOf(post, { collectiveId, wish: form.values }, form);
        return officePage(post, 'notices', h(NoticeListPage, page));
      },
    });
  }

  /** A sheet as it would hang on the wall; nothing is published. */
  @Get('sample.pdf')
  @Header('content-type', 'application/pdf')
  async sample(
    @Param() { collectiveId }: VillageAddress,
    @Query() wish: ReportSheetQuery,
  ): Promise<StreamableFile> {
    const sample = await this.reports.composeSample(collectiveId, wish);
    const bytes = await this.drawing.drawSample(collectiveId, sample);
    return new StreamableFile(bytes, { type: 'application/pdf' });
  }

  @Get(':id')
  @HtmlPage()
  show(@Param() at: ItemAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':id/withdrawal')
  @HtmlPage()
  withdraw(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(NoticeWithdrawalForm, post.body);
        await this.reports.withdraw(at, form, post.command);
        return { next: noticePaths(at.collectiveId).sheet(at.id), said: 'noticeWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: ItemAddress, refused?: FormState): Promise<string> {
    return officePage(visit, 'publish', h(ReportNoticePage, await this.view.pageOf(visit, at, refused)));
  }
}
