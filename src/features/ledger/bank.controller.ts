import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Suggestion } from '../../domain/ledger/bank-matching';
import type { Reconciliation } from '../../domain/ledger/bank-reconciliation';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import {
  ItemAddress,
  OnDayQuery,
  type PageOf,
  pageOf,
  PageQuery,
  VillageAddress,
} from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { type BankAccountRow, BankAccountsService } from './bank-accounts.service';
import {
  AcceptCertainForm,
  BankAccountChangeForm,
  BankAccountCloseForm,
  BankAccountEntryForm,
  BankAccountReasonForm,
  BankLineAddress,
  ExplainLineForm,
  MatchAddress,
  TickedEntryForm,
  UndoReasonForm,
} from './bank.forms';
import { BankEndsService } from './bank-ends.service';
import { BankMatchingService, linesToMatch, shownDigest } from './bank-matching.service';
import { type BankMatchRow, BankReadService, type LineState } from './bank-read.service';
import { BankReconciliationService } from './bank-reconciliation.service';

/** A match with the ids of its lines on both sides. */
type MatchView = BankMatchRow & { readonly bank: readonly string[]; readonly books: readonly string[] };

/** Bank accounts, what of them has no counterpart yet, matches, and the reconciliation of a day. */
@ApiRoom('bank')
@Controller('api/villages/:collectiveId/bank-accounts')
export class BankController {
  constructor(
    private readonly accounts: BankAccountsService,
    private readonly reading: BankReadService,
    private readonly matching: BankMatchingService,
    private readonly reconciliations: BankReconciliationService,
    private readonly ends: BankEndsService,
  ) {}

  /** The bank accounts, in the order in which they were entered. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<BankAccountRow>> {
    return pageOf(await this.accounts.listAccounts(at.collectiveId), query);
  }

  /** Enters a bank account. */
  @Post()
  add(
    @Param() at: VillageAddress,
    @Body() form: BankAccountEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.accounts.addAccount(at.collectiveId, form, command);
  }

  /** Puts right how an account is called, where it is, or its last four digits; what stood before stays. */
  @Post(':id/correct')
  correct(
    @Param() at: ItemAddress,
    @Body() form: BankAccountChangeForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.accounts.changeAccount(placeOf(at), form, command);
  }

  /** Closes an account on a day with nothing left; the money may have gone to an account that takes over. */
  @Post(':id/close')
  @HttpCode(200)
  close(
    @Param() at: ItemAddress,
    @Body() form: BankAccountCloseForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number; nextId: string }> {
    return this.ends.close(placeOf(at), form, command);
  }

  /** Takes the closing back, while no later account and no sealed month rests on it. */
  @Post(':id/resume')
  @HttpCode(200)
  resume(
    @Param() at: ItemAddress,
    @Body() form: BankAccountReasonForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.ends.resume(placeOf(at), form, command);
  }

  /** Strikes out an account that was entered by mistake and has neither statement nor match. */
  @Post(':id/strike')
  @HttpCode(200)
  strike(
    @Param() at: ItemAddress,
    @Body() form: BankAccountReasonForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.ends.strike(placeOf(at), form, command);
  }

  /** The lines of the bank that no line of the books answers. */
  @Get(':id/bank-lines')
  async bankLines(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<LineState>> {
    const state = await this.reading.requireState(at.collectiveId, at.id);
    return pageOf(linesToMatch(state).bank, query);
  }

  /** The lines of the books that no line of the bank answers. */
  @Get(':id/books-lines')
  async booksLines(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<LineState>> {
    const state = await this.reading.requireState(at.collectiveId, at.id);
    return pageOf(linesToMatch(state).books, query);
  }

  /** What the rules would bring together; nothing is until somebody says so. */
  @Get(':id/suggestions')
  async suggestions(
    @Param() at: ItemAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<Suggestion> & { readonly shown: string }> {
    const state = await this.reading.requireState(at.collectiveId, at.id);
    const suggestions = this.matching.suggestionsOf(state);
    const shown = shownDigest(suggestions.filter(({ certain }) => certain));
    return { ...pageOf(suggestions, query), shown };
  }

  /** Accepts every suggestion that is certain, as `shown` names them. */
  @Post(':id/suggestions/accept')
  @HttpCode(200)
  accept(
    @Param() at: ItemAddress,
    @Body() { shown }: AcceptCertainForm,
    @GivenCommand() command: Command,
  ): Promise<{ matches: number }> {
    return this.matching.acceptCertain(placeOf(at), shown, command);
  }

  /** The matches that stand, the latest first, each with the lines it brings together. */
  @Get(':id/matches')
  async matches(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<MatchView>> {
    const { matches, groups, bank } = await this.reading.requireState(at.collectiveId, at.id);
    const linesOf = new Map(groups.map(({ id, lineIds }) => [id, lineIds]));
    const ofBank = new Set(bank.map(({ id }) => id));
    const views = matches.map((match) => {
      const lines = linesOf.get(match.id) ?? [];
      const sides = {
        bank: lines.filter((id) => ofBank.has(id)),
        books: lines.filter((id) => !ofBank.has(id)),
      };
      return Object.assign(match, sides);
    });
    return pageOf(views, query);
  }

  /** Matches the lines named on both sides; sums that differ want a reason. */
  @Post(':id/matches')
  match(
    @Param() at: ItemAddress,
    @Body() { bank, books, code, note }: TickedEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    const ticked = { bank: Object.keys(bank ?? {}), books: Object.keys(books ?? {}), code, note };
    return this.matching.match(placeOf(at), ticked, command);
  }

  /** Takes a match apart again, with a reason that stays. */
  @Post(':id/matches/:matchId/undo')
  @HttpCode(200)
  undo(
    @Param() at: MatchAddress,
    @Body() { reason }: UndoReasonForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.matching.undo(placeOf(at), { matchId: at.matchId, reason }, command);
  }

  /** Says why a line of either side stands alone; the last word on it holds. */
  @Post(':id/lines/:lineId/explanations')
  explain(
    @Param() at: BankLineAddress,
    @Body() { code, note }: ExplainLineForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.matching.explain(placeOf(at), { lineId: at.lineId, code, note }, command);
  }

  /** The reconciliation of a day; of the last one that the statements reach where nothing is said. */
  @Get(':id/reconciliation')
  async reconciliation(@Param() at: ItemAddress, @Query() { on }: OnDayQuery): Promise<Reconciliation> {
    return (await this.reconciliations.requireOn(placeOf(at), on)).drawn;
  }
}

function placeOf({ collectiveId, id }: ItemAddress): { collectiveId: string; accountId: string } {
  return { collectiveId, accountId: id };
}
