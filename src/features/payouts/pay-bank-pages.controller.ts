import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { answerPostedFile } from '../../platform/http/posted-form';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import type { FormState } from '../../platform/views/error-summary';
import { PayFileReadsService } from './pay-file-reads.service';
import { PayListPage } from './pay-list.pages';
import { type PayListPlace, PayListViewService } from './pay-list-view.service';
import { PayFileEntryForm, PayResultTakeForm, PayResultUploadForm } from './pay-lists.forms';
import { PayResultPreviewPage, PayResultUploadPage } from './pay-result.pages';
import { type PayResultPlace, PayResultViewService } from './pay-result-view.service';
import { PayResultsService } from './pay-results.service';

/** What goes to the bank by file, and what comes back so. */
@ApiExcludeController()
@Controller('villages/:collectiveId/pay-lists/:listId')
export class PayBankPagesController {
  constructor(
    private readonly lists: PayListViewService,
    private readonly files: PayFileReadsService,
    private readonly view: PayResultViewService,
    private readonly results: PayResultsService,
  ) {}

  /** Posted, as each taking is kept: the answer is the file. */
  @Post('files')
  @HtmlPage()
  take(@Param() at: PayListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return answerPostedFile(reply, post.body, {
      work: async () => {
        const { layout } = await readForm(PayFileEntryForm, post.body);
        return this.files.take(at.collectiveId, { id: at.listId, layout }, post.command);
      },
      showAgain: async (refused) => {
        const props = await this.lists.page(post, at, refusedForm(refused));
        return officePage(post, 'payList', h(PayListPage, props));
      },
    });
  }

  @Get('results')
  @HtmlPage()
  choose(@Param() at: PayListPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawUpload(visit, at);
  }

  @Post('results')
  @TakesUpload()
  @HtmlPage()
  upload(@Param() at: PayListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { pasted } = await readForm(PayResultUploadForm, post.body);
        const answer = { id: at.listId, given: givenTable(post.upload, pasted) };
        const keptId = await this.results.keep(at.collectiveId, answer, post.command);
        return {
          next: `${villagePaths(at.collectiveId).payResults(at.listId)}/${keptId}`,
          said: 'fileKept',
        };
      },
      showAgain: (refused) => this.drawUpload(post, at, refusedForm(refused)),
    });
  }

  @Get('results/:keptId')
  @HtmlPage()
  preview(@Param() at: PayResultPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawPreview(visit, at);
  }

  @Post('results/:keptId')
  @HtmlPage()
  takeOver(@Param() at: PayResultPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, listId: id, keptId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { bankDay } = await readForm(PayResultTakeForm, post.body);
        await this.results.take(collectiveId, { id, keptId, bankDay }, post.command);
        return { next: villagePaths(collectiveId).payList(id), said: 'payResultsTaken' };
      },
      showAgain: (refused) => this.drawPreview(post, at, refusedForm(refused)),
    });
  }

  private async drawUpload(visit: PageVisit, at: PayListPlace, form?: FormState): Promise<string> {
    const props = await this.view.uploadPage(visit, at, form);
    return officePage(visit, 'payResults', h(PayResultUploadPage, props));
  }

  private async drawPreview(visit: PageVisit, at: PayResultPlace, form?: FormState): Promise<string> {
    const props = await this.view.previewPage(visit, at, form);
    return officePage(visit, 'payResults', h(PayResultPreviewPage, props));
  }
}
