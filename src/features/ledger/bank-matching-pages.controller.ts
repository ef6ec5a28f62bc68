import { Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import {
  carryOut,
  type Done,
  type PagePost,
  type PageVisit,
  Posted,
  Visit,
} from '../../platform/http/page-visit';
import { pdfFile, workbookFile } from '../../platform/http/sheet-files';
import type { FormState } from '../../platform/views/error-summary';
import {
  AcceptCertainForm,
  BankOpeningForm,
  BankReconciliationQuery,
  TickedEntryForm,
  UndoMatchForm,
} from './bank.forms';
import { BankMatchingPage } from './bank-matching.pages';
import { BankMatchingService } from './bank-matching.service';
import { BankMatchingViewService } from './bank-matching-view.service';
import type { BankPlace } from './bank-matched';
import { BankOpeningsService } from './bank-openings.service';
import { bankPaths } from './bank-paths';
import { ReconciliationPage } from './bank-reconciliation.pages';
import { BankReconciliationViewService } from './bank-reconciliation-view.service';

/** The page on which bank and books are brought together, and the statement that joins them. */
@ApiExcludeController()
@Controller('villages/:collectiveId/bank/:accountId')
export class BankMatchingPagesController {
  constructor(
    private readonly view: BankMatchingViewService,
    private readonly matching: BankMatchingService,
    private readonly reconciliations: BankReconciliationViewService,
    private readonly openings: BankOpeningsService,
  ) {}

  @Get('matching')
  @HtmlPage()
  show(@Param() at: BankPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post('matching')
  @HtmlPage()
  match(@Param() at: BankPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.carryOut({ at, post, reply }, async () => {
      const { bank, books, code, note } = await readForm(TickedEntryForm, post.body);
      const ticked = { bank: Object.keys(bank ?? {}), books: Object.keys(books ?? {}), code, note };
      await this.matching.match(placeOf(at), ticked, post.command);
      return 'bankMatched';
    });
  }

  @Post('matching/accept')
  @HtmlPage()
  accept(@Param() at: BankPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.carryOut({ at, post, reply }, async () => {
      const { shown } = await readForm(AcceptCertainForm, post.body);
      await this.matching.acceptCertain(placeOf(at), shown, post.command);
      return 'bankAccepted';
    });
  }

  @Post('matching/undo')
  @HtmlPage()
  undo(@Param() at: BankPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.carryOut({ at, post, reply }, async () => {
      const { matchId, reason } = await readForm(UndoMatchForm, post.body);
      await this.matching.undo(placeOf(at), { matchId, reason }, post.command);
      return 'bankUndone';
    });
  }

  @Get('reconciliation')
  @HtmlPage()
  reconciliation(
    @Param() at: BankPlace,
    @Query() { on }: BankReconciliationQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.drawReconciliation(visit, at, { on });
  }

  @Post('reconciliation')
  @HtmlPage()
  explainOpening(
    @Param() at: BankPlace,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reconciliation } = bankPaths(at.collectiveId, at.accountId);
    return carryOut(reply, post.body, {
      work: async () => {
        const { code, note } = await readForm(BankOpeningForm, post.body);
        await this.openings.explain(placeOf(at), { code, note }, post.command);
        return { next: reconciliation, said: 'bankExplained' };
      },
      showAgain: (refused) => this.drawReconciliation(post, at, { form: refusedForm(refused) }),
    });
  }

  @Get('reconciliation.pdf')
  async print(
    @Param() at: BankPlace,
    @Query() { on }: BankReconciliationQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    const bytes = await this.reconciliations.sheetOf(visit, at, on);
    return pdfFile(bytes);
  }

  @Get('reconciliation.xlsx')
  async export(
    @Param() at: BankPlace,
    @Query() { on }: BankReconciliationQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    const bytes = await this.reconciliations.workbookOf(visit, at, on);
    return workbookFile(bytes, 'bank-reconciliation');
  }

  private carryOut(
    { at, post, reply }: { at: BankPlace; post: PagePost; reply: FastifyReply },
    work: () => Promise<Done['said']>,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => ({ next: bankPaths(at.collectiveId, at.accountId).matching, said: await work() }),
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async drawReconciliation(
    visit: PageVisit,
    at: BankPlace,
    shown: { readonly on?: string | undefined; readonly form?: FormState },
  ): Promise<string> {
    const props = await this.reconciliations.pageOf(visit, at, shown);
    return officePage(visit, 'bankReconciliation', h(ReconciliationPage, props));
  }

  private async draw(visit: PageVisit, at: BankPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'bankMatching', h(BankMatchingPage, await this.view.pageOf(visit, at, form)));
  }
}

function placeOf({ collectiveId, accountId }: BankPlace): BankPlace {
  return { collectiveId, accountId };
}
