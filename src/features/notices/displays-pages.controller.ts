import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { ItemAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { noticePaths } from '../../platform/http/notice-paths';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, Posted } from '../../platform/http/page-visit';
import type { RefusedForm } from '../../platform/http/posted-form';
import { requireUploadedFile, TakesUpload } from '../../platform/http/uploads';
import { DisplayAddress, NoticeDisplayForm, NoticeTakedownForm } from './displays.forms';
import { DisplaysService } from './displays.service';
import { NoticeListViewService } from './notice-list-view.service';
import { NoticesService } from './notices.service';
import { PublishNoticePage } from './publish-notice.pages';
import { PublishViewService } from './publish-view.service';
import { ReportNoticePage } from './report-notice.pages';
import { StandingSheetsService } from './standing-sheets.service';

/** What is entered of a sheet on the wall, from the page on which it was published. */
@ApiExcludeController()
@Controller('villages/:collectiveId/notices/:id/displays')
export class DisplaysPagesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly displays: DisplaysService,
    private readonly view: PublishViewService,
    private readonly list: NoticeListViewService,
    private readonly sheets: StandingSheetsService,
  ) {}

  @Post()
  @TakesUpload()
  @HtmlPage()
  putUp(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(NoticeDisplayForm, post.body);
        const file = await requireUploadedFile(post.upload);
        await this.sheets.requireStanding(at);
        await this.displays.putUp(at, { file, form }, post.command);
        return { next: await this.pageOf(at), said: 'noticeDisplayed' };
      },
      showAgain: (refused) => this.draw(post, at, refused),
    });
  }

  @Post(':displayNumber/takedown')
  @HtmlPage()
  takeDown(@Param() at: DisplayAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(NoticeTakedownForm, post.body);
        await this.displays.takeDown(at, { displayNumber: Number(at.displayNumber), form }, post.command);
        return { next: await this.pageOf(at), said: 'noticeTakenDown' };
      },
      showAgain: (refused) => this.draw(post, at, refused),
    });
  }

  private async pageOf({ collectiveId, id }: ItemAddress): Promise<string> {
    const { planId, data } = await this.notices.requireNotice(collectiveId, id);
    if (data.kind === 'report') return noticePaths(collectiveId).sheet(id);
    return villagePaths(collectiveId).planAct(planId, 'publish');
  }

  private async draw(
    post: PagePost,
    { collectiveId, id }: ItemAddress,
    refused: RefusedForm,
  ): Promise<string> {
    const { planId, data } = await this.notices.requireNotice(collectiveId, id);
    if (data.kind === 'report') {
      const report = await this.list.pageOf(post, { collectiveId, id }, refusedForm(refused));
      return officePage(post, 'publish', h(ReportNoticePage, report));
    }
    const page = await this.view.pageOf(post, { collectiveId, planId }, refusedForm(refused));
    return officePage(post, 'publish', h(PublishNoticePage, page));
  }
}
