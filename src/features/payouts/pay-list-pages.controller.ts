import { Controller, Get, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import type { Command } from '../../platform/audit/command';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import {
  carryOut,
  type Done,
  type PagePost,
  type PageVisit,
  Posted,
  Visit,
} from '../../platform/http/page-visit';
import { pdfFile } from '../../platform/http/sheet-files';
import type { FormState } from '../../platform/views/error-summary';
import { PayListBankService } from './pay-list-bank.service';
import { PayListMistakesService } from './pay-list-mistakes.service';
import { PayListPage } from './pay-list.pages';
import { PayListPrintingService } from './pay-list-printing.service';
import { type PayListPlace, PayListViewService } from './pay-list-view.service';
import {
  PayListOutcomePageForm,
  PayListRecallPageForm,
  PayListReviewEntryForm,
  PayListSubmissionForm,
} from './pay-lists.forms';
import { PayListsService } from './pay-lists.service';

/** The page of one list: where it stands, and what is done with it next. */
@ApiExcludeController()
@Controller('villages/:collectiveId/pay-lists/:listId')
export class PayListPagesController {
  constructor(
    private readonly view: PayListViewService,
    private readonly lists: PayListsService,
    private readonly bank: PayListBankService,
    private readonly printing: PayListPrintingService,
    private readonly mistakes: PayListMistakesService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: PayListPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Get('sheet.pdf')
  async sheet(@Param() at: PayListPlace): Promise<StreamableFile> {
    return pdfFile(await this.printing.print(at));
  }

  @Post('submission')
  @HtmlPage()
  submit(@Param() at: PayListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async (command) => {
      const { reasons } = await readForm(PayListSubmissionForm, post.body);
      await this.lists.submit(at.collectiveId, { id: at.listId, reasons }, command);
      return 'payListSubmitted';
    });
  }

  @Post('review')
  @HtmlPage()
  review(@Param() at: PayListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async (command) => {
      const form = await readForm(PayListReviewEntryForm, post.body);
      await this.lists.review(at.collectiveId, { id: at.listId, form }, command);
      return form.outcome === 'returned' ? 'payListReturned' : 'payListAgreed';
    });
  }

  @Post('recall')
  @HtmlPage()
  recall(@Param() at: PayListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async (command) => {
      const { recallWhy: reason } = await readForm(PayListRecallPageForm, post.body);
      await this.lists.recall(at.collectiveId, { id: at.listId, reason }, command);
      return 'payListRecalled';
    });
  }

  @Post('sending')
  @HtmlPage()
  send(@Param() at: PayListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async (command) => {
      await this.bank.send(at.collectiveId, at.listId, command);
      return 'payListSent';
    });
  }

  @Post('outcomes')
  @HtmlPage()
  outcome(@Param() at: PayListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async (command) => {
      const { bankDid, ...form } = await readForm(PayListOutcomePageForm, post.body);
      const asked = { id: at.listId, form };
      if (bankDid === 'confirmed') await this.bank.confirm(at.collectiveId, asked, command);
      else if (bankDid === 'failed') await this.bank.fail(at.collectiveId, asked, command);
      else if (bankDid === 'givenBack') await this.bank.giveBack(at.collectiveId, asked, command);
      else await this.mistakes.unfail(at.collectiveId, asked, command);
      return bankDid === 'notFailed' ? 'payMistakeKept' : 'payOutcomeKept';
    });
  }

  /** Done, the same page follows; the field of a recall is called otherwise on the page than by programs. */
  private act(
    given: { readonly at: PayListPlace; readonly post: PagePost; readonly reply: FastifyReply },
    work: (command: Command) => Promise<Done['said']>,
  ): Promise<void> {
    const { at, post, reply } = given;
    return carryOut(reply, post.body, {
      work: async () => {
        const said = await work(post.command);
        return { next: villagePaths(at.collectiveId).payList(at.listId), said };
      },
      showAgain: (refused) => {
        const isRecall = refused.values['recallWhy'] !== undefined;
        const problems = refused.problems.map((each) =>
          isRecall && each.field === 'reason' ? { ...each, field: 'recallWhy' } : each,
        );
        return this.draw(post, at, refusedForm({ ...refused, problems }));
      },
    });
  }

  private async draw(visit: PageVisit, at: PayListPlace, refused?: FormState): Promise<string> {
    return officePage(visit, 'payList', h(PayListPage, await this.view.page(visit, at, refused)));
  }
}
