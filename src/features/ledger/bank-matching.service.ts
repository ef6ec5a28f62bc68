import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type DifferenceCode,
  explanationProblems,
  matchProblems,
  movedProblems,
  readDifferenceCode,
} from '../../domain/ledger/bank-match-by-hand';
import { type MatchRule, type Suggestion, suggestMatches } from '../../domain/ledger/bank-matching';
import { openingMatchProblems } from '../../domain/ledger/bank-opening-match';
import { isBefore, reconcile, reconciledFrom } from '../../domain/ledger/bank-reconciliation';
import { requireUndoable } from '../../domain/ledger/bank-withdrawal';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { BankExplanationEntity } from './bank-explanation.entity';
import { BankLayoutsService } from './bank-layouts.service';
import { BankMatchLineEntity } from './bank-match-line.entity';
import { BankMatchEntity } from './bank-match.entity';
import { type BankPlace, type LinePointer, undoingRow } from './bank-matched';
import {
  accountOnDay,
  BankReadService,
  type BankState,
  isSetAside,
  type LineState,
  openLine,
} from './bank-read.service';
import { readSeals } from './month-seals.store';

/** The lines ticked on both sides by their ids, and why their sums differ where they do. */
export interface TickedForm {
  readonly bank: readonly string[];
  readonly books: readonly string[];
  readonly code: string;
  readonly note: string;
}

/** A line that stands alone, and why. */
export interface ExplainForm {
  readonly lineId: string;
  readonly code: string;
  readonly note: string;
}

/**
 * Brings lines of the bank and of the books together. Rules only suggest: a person accepts, ticks, explains
 * and takes apart again, and each of it stays on record.
 */
@Injectable()
export class BankMatchingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly layouts: BankLayoutsService,
    private readonly reading: BankReadService,
  ) {}

  /** What the rules suggest for an account as it stands. */
  suggestionsOf(state: BankState): Suggestion[] {
    const { bank, books } = linesToMatch(state);
    return suggestMatches(bank.map(openLine), books.map(openLine), this.layouts.matchRules());
  }

  /**
   * Accepts every suggestion that is certain, as they were shown.
   * @param shown the digest of what was shown, by {@link shownDigest}
   * @throws DomainError `bank.suggestionsChanged` where something else would be matched now
   */
  acceptCertain(at: BankPlace, shown: string, command: Command): Promise<{ matches: number }> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const state = await this.reading.requireOpen(at, tx);
        const certain = this.suggestionsOf(state).filter((each) => each.certain);
        if (certain.length === 0 || shownDigest(certain) !== shown) {
          throw new DomainError('bank.suggestionsChanged');
        }
        for (const each of certain) {
          const [bank, books] = [linesOf(state.bank, each.bank), linesOf(state.books, each.books)];
          await this.insertMatch(tx, at, { bank, books, rule: each.rule, by: command.by });
        }
        return { matches: certain.length };
      },
      onceOf(command, 'bank.acceptCertain', [at.accountId, shown]),
    );
  }

  /**
   * Matches the lines that a person ticked; sums that differ want a reason. By the reason `opening` they are
   * set against what both began apart by.
   * @throws FormProblems `bank.*`; DomainError `bank.lineUnknown`, `bank.lineTaken`
   */
  match(at: BankPlace, form: TickedForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const state = await this.reading.requireOpen(at, tx);
        const [bank, books] = [linesOf(state.bank, form.bank), linesOf(state.books, form.books)];
        const taken = [...bank, ...books].find(({ matchId }) => matchId !== undefined);
        if (taken !== undefined) throw new DomainError('bank.lineTaken', lineFacts(taken));
        const { code, note } = form;
        const sides = { bank: bank.map(openLine), books: books.map(openLine) };
        const lineIds = [...bank, ...books].map(({ id }) => id);
        refuseProblems(
          code === 'opening'
            ? openingMatchProblems(accountOnDay(state), lineIds)
            : matchProblems({ ...sides, code, note }),
        );
        const rule = this.suggestionsOf(state).find((each) => isSame(each, form))?.rule ?? 'hand';
        const difference = readDifferenceCode(code);
        const told = difference === undefined ? {} : { told: { code: difference, note: note.trim() } };
        return { id: await this.insertMatch(tx, at, { bank, books, rule, by: command.by, ...told }) };
      },
      onceOf(command, 'bank.match', [at.accountId, form]),
    );
  }

  /** Takes a match apart again. @throws FormProblems `form.missing`; DomainError `bank.matchUnknown` */
  undo(
    at: BankPlace,
    form: { readonly matchId: string; readonly reason: string },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const state = await this.reading.requireOpen(at, tx);
        const match = state.matches.find(({ id }) => id === form.matchId);
        if (match === undefined) throw new DomainError('bank.matchUnknown', { id: form.matchId });
        const days = daysOf(state, match.id);
        requireUndoable({ ...days, importedAt: match.doneAt }, await readSeals(tx, at.collectiveId));
        if (form.reason.trim() === '') refuseProblems([{ code: 'form.missing', field: 'reason' }]);
        const done = { why: form.reason, by: command.by, at: this.clock.now() };
        const row = undoingRow(at, match.id, done);
        await insertRecorded(tx, BankMatchEntity, row);
        return { id: row.id };
      },
      onceOf(command, 'bank.undo', [at.accountId, form]),
    );
  }

  /**
   * Says why a line stands alone; the last word on it holds.
   * @throws FormProblems `bank.codeUnknown`, `bank.noteMissing`; DomainError `bank.lineUnknown`,
   *   `bank.lineTaken`
   */
  explain(at: BankPlace, form: ExplainForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const state = await this.reading.requireOpen(at, tx);
        const line = requireLine([...state.bank, ...state.books], form.lineId);
        if (line.matchId !== undefined) throw new DomainError('bank.lineTaken', lineFacts(line));
        const said = { code: form.code, isBank: line.voucher === undefined, amount: line.amount };
        const moved = movedProblems(said, state.account.answersFrom !== null);
        refuseProblems([...explanationProblems(form), ...moved]);
        const id = newId();
        const when = { saidBy: command.by, saidAt: this.clock.now() };
        const code = readDifferenceCode(form.code) ?? 'timing';
        const note = form.note.trim();
        await insertRecorded(tx, BankExplanationEntity, {
          ...at,
          id,
          ...pointerTo(line),
          code,
          note,
          ...when,
        });
        return { id };
      },
      onceOf(command, 'bank.explain', [at.accountId, form]),
    );
  }

  private async insertMatch(
    tx: EntityManager,
    at: BankPlace,
    match: {
      readonly bank: readonly LineState[];
      readonly books: readonly LineState[];
      readonly rule: MatchRule | 'hand';
      readonly by: string;
      readonly told?: { readonly code: DifferenceCode; readonly note: string };
    },
  ): Promise<string> {
    const { bank, books, rule, by, told } = match;
    const id = newId();
    const difference = sumOf(bank) - sumOf(books);
    const stated = difference === 0n ? undefined : told;
    await insertRecorded(tx, BankMatchEntity, {
      ...at,
      id,
      undoesId: null,
      rule,
      difference,
      code: stated?.code ?? null,
      note: stated?.note ?? null,
      doneBy: by,
      doneAt: this.clock.now(),
    });
    const lines = [...bank, ...books].map((line, place) => ({
      collectiveId: at.collectiveId,
      matchId: id,
      number: place + 1,
      ...pointerTo(line),
      amount: line.amount,
      turn: line.turns + 1,
    }));
    await insertRecorded(tx, BankMatchLineEntity, lines);
    return id;
  }
}

/**
 * The lines that wait for a counterpart. What was booked before the first statement went into its opening
 * balance where that agrees, and is looked at only where it does not. What the books began with waits for
 * none: no line of the bank is its counterpart.
 */
export function linesToMatch(state: BankState): Record<'bank' | 'books', LineState[]> {
  const from = reconciledFrom(accountOnDay(state, state.account.openedOn));
  const agrees = state.statements.length > 0 && reconcile(accountOnDay(state, from)).openingDifference === 0n;
  return {
    bank: state.bank.filter((line) => line.matchId === undefined && !isSetAside(line, state)),
    books: state.books.filter((line) => {
      const isAsked = !isBefore(line, from) || (!agrees && line.isOpening !== true);
      return line.matchId === undefined && (isAsked || line.explanation !== undefined);
    }),
  };
}

/** What a set of suggestions is, short enough for a form. */
export function shownDigest(suggestions: readonly Suggestion[]): string {
  const text = suggestions.map(({ bank, books }) => [...bank, '=', ...books].join(' ')).join('\n');
  return sha256(text).slice(0, 32);
}

function linesOf(lines: readonly LineState[], ids: readonly string[]): LineState[] {
  return [...new Set(ids)].map((id) => requireLine(lines, id));
}

function requireLine(lines: readonly LineState[], id: string): LineState {
  const line = lines.find((each) => each.id === id);
  if (line === undefined) throw new DomainError('bank.lineUnknown', { id });
  return line;
}

function isSame(suggestion: Suggestion, form: TickedForm): boolean {
  const same = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === other.length && one.every((id) => other.includes(id));
  return same(suggestion.bank, form.bank) && same(suggestion.books, form.books);
}

function pointerTo({ id, voucher }: LineState): LinePointer {
  return voucher === undefined
    ? { bankLineId: id, entryId: null, entryLine: null }
    : { bankLineId: null, entryId: voucher.entryId, entryLine: voucher.entryLine };
}

function lineFacts({ on, amount }: LineState): { day: string; amount: Fen } {
  return { day: on, amount };
}

function sumOf(lines: readonly LineState[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}

/** The days of the lines that a match joins. */
function daysOf({ bank, books, groups }: BankState, matchId: string): { from: string; through: string } {
  const ids = new Set(groups.find(({ id }) => id === matchId)?.lineIds);
  const days = [...bank, ...books].filter(({ id }) => ids.has(id)).map(({ on }) => on);
  const [from = '', through = from] = [days.sort()[0], days.sort().at(-1)];
  return { from, through };
}
