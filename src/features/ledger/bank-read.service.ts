import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, lastDayOf, type Month, monthOf } from '../../domain/calendar/calendar-day';
import type { Explanation } from '../../domain/ledger/bank-match-by-hand';
import type { OpenLine } from '../../domain/ledger/bank-matching';
import {
  type AccountOpenLines,
  bankClosingProblems,
  type BankMonth,
  bankMonthOf,
} from '../../domain/ledger/bank-months';
import {
  type AccountOnDay,
  type MatchedGroup,
  reconciledFrom,
  unexplainedOpening,
} from '../../domain/ledger/bank-reconciliation';
import type { AccountDays } from '../../domain/ledger/bank-statement-reach';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { type BankAccountRow, BankAccountsService } from './bank-accounts.service';
import type { BankLineEntity } from './bank-line.entity';
import {
  type BankPlace,
  type BankPlaceAsKnown,
  readExplanations,
  readMatched,
  readMatchedElsewhere,
  readOpeningReason,
  wasKnown,
} from './bank-matched';
import type { BankMatchEntity } from './bank-match.entity';
import type { BankStatementEntity } from './bank-statement.entity';
import { readBankLines, readTakenStatements, type TakenStatements } from './bank-statements.store';
import { readCounterpartyNames } from './counterparties.store';
import { readBooks } from './books-row.store';
import { type BooksLine, readBooksBefore, readBooksLines } from './bank.store';

export type BankStatementRow = BankStatementEntity;
export type BankMatchRow = BankMatchEntity;

/** A line of either side with what became of it. */
export interface LineState {
  readonly id: string;
  readonly on: string;
  readonly amount: Fen;
  readonly text: string;
  readonly counterparty: string;
  readonly reference: string;
  /** The match it stands in. */
  readonly matchId: string | undefined;
  readonly explanation: Explanation | undefined;
  readonly isOpening?: boolean;
  /** How often it was matched, undone matches counted. */
  readonly turns: number;
  /** Its voucher, where it is a line of the books. */
  readonly voucher: BooksLine | undefined;
  /** The statement that brought it, where it is a line of the bank. */
  readonly statementId?: string;
}

/** A bank account with everything imported, booked, matched and explained. */
export interface BankState {
  readonly account: BankAccountRow;
  /** The first day of the books, or on which the account took them over from one that was closed. */
  readonly booksFrom: CalendarDay;
  /** By their first day. */
  readonly statements: readonly BankStatementRow[];
  readonly bank: readonly LineState[];
  readonly books: readonly LineState[];
  readonly booksOpening: Fen;
  /** Matches that stand, the latest first. */
  readonly matches: readonly BankMatchRow[];
  readonly groups: readonly MatchedGroup[];
  readonly openingSaid: AccountOnDay['openingSaid'];
}

/** Reading the bank: what a statement said, what the books say, and which of it belongs together. */
@Injectable()
export class BankReadService {
  constructor(
    private readonly database: Database,
    private readonly accounts: BankAccountsService,
  ) {}

  /** @throws DomainError `bank.unknown`, `collective.unknown` */
  requireState(
    collectiveId: string,
    accountId: string,
    db: EntityManager = this.database.reader,
  ): Promise<BankState> {
    return this.requireKnown({ collectiveId, accountId }, db);
  }

  /** The same as it was known at a time: what came, was matched or was said by then. */
  async requireKnown(at: BankPlaceAsKnown, db: EntityManager = this.database.reader): Promise<BankState> {
    const { collectiveId, accountId, knownAt } = at;
    const account = await this.accounts.requireAccount(collectiveId, accountId, db);
    const standing = await this.listStatements(collectiveId, accountId, db);
    const statements = standing.filter(({ importedAt }) => wasKnown(importedAt, knownAt));
    const taken = new Set(statements.map(({ id }) => id));
    const lines = (await readBankLines(db, at)).filter(({ statementId }) => taken.has(statementId));
    const asked = { scope: account, from: statements[0]?.from ?? account.openedOn };
    const listed = (await readBooksLines(db, collectiveId, asked)).filter(
      ({ on }) => account.closedOn === null || on <= account.closedOn,
    );
    // What the account before this one has settled with its bank is part of what this one began with.
    const settled = account.answersFrom === null ? new Set<string>() : await readMatchedElsewhere(db, at);
    const booked = listed.filter(({ id }) => !settled.has(id));
    const passed = listed.filter(({ id }) => settled.has(id)).map(({ amount }) => amount);
    const names = await readCounterpartyNames(db, collectiveId);
    const matched = await readMatched(db, at);
    const said = await readExplanations(db, at);
    const stateOf = (id: string): Pick<LineState, 'matchId' | 'explanation' | 'turns'> => ({
      matchId: matched.matchOf.get(id),
      explanation: said.get(id),
      turns: matched.turnsOf.get(id) ?? 0,
    });
    return {
      account,
      booksFrom: laterOf(await requireFirstDay(db, collectiveId), account.answersFrom),
      statements,
      bank: lines.map((line) => ({ ...bankLine(line), ...stateOf(line.id) })),
      books: booked.map((line) => ({
        ...line,
        counterparty: names.nameOf(line.counterparty),
        reference: '',
        voucher: line,
        ...stateOf(line.id),
      })),
      booksOpening: (await readBooksBefore(db, collectiveId, asked)) + sumFen(passed),
      matches: matched.matches,
      groups: matched.groups,
      openingSaid: await readOpeningReason(db, at),
    };
  }

  /** The same of an account that may be written to. @throws DomainError `bank.accountClosed` */
  async requireOpen(
    { collectiveId, accountId }: BankPlace,
    db: EntityManager = this.database.reader,
  ): Promise<BankState> {
    const state = await this.requireState(collectiveId, accountId, db);
    requireNotClosed(state.account);
    return state;
  }

  /** That an account takes statements. @throws DomainError `bank.unknown`, `bank.accountClosed` */
  async requireTaking({ collectiveId, accountId }: BankPlace, db: EntityManager): Promise<void> {
    requireNotClosed(await this.accounts.requireAccount(collectiveId, accountId, db));
  }

  /** The statements of an account that stand, by their first day. */
  async listStatements(
    collectiveId: string,
    accountId: string,
    db: EntityManager = this.database.reader,
  ): Promise<readonly BankStatementRow[]> {
    return (await readTakenStatements(db, { collectiveId, accountId })).standing;
  }

  /** The statements of an account that stand, and those that were withdrawn. */
  listTakenStatements(at: BankPlace, db: EntityManager = this.database.reader): Promise<TakenStatements> {
    return readTakenStatements(db, at);
  }

  /** Money that came into any account on the days of a month and stands in no match, by day. */
  async listUnmatchedIncome(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<{ readonly on: CalendarDay; readonly amount: Fen }[]> {
    const open: { on: CalendarDay; amount: Fen }[] = [];
    for (const { id: accountId, answersFrom } of await this.accounts.listAccounts(collectiveId, db)) {
      const at = { collectiveId, accountId };
      const lines = await readBankLines(db, at, month);
      const { matchOf } = await readMatched(db, at);
      const came = lines.filter(
        ({ id, amount, bookedOn }) => amount > 0n && !matchOf.has(id) && bookedOn >= (answersFrom ?? ''),
      );
      open.push(...came.map(({ bookedOn, amount }) => ({ on: bookedOn, amount })));
    }
    return open.sort((one, other) => one.on.localeCompare(other.on));
  }

  /** What the bank still wants before a month is held: `months.bankLineOpen`, `months.bankOpeningOpen` */
  async closingProblems(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<Problem[]> {
    const open = await this.openLinesOf(db, collectiveId, month);
    return bankClosingProblems(month, open);
  }

  /** How far the bank of a month is reconciled, account by account, and which days have no statement. */
  async listMonths(collectiveId: string, month: Month): Promise<BankMonth[]> {
    const open = await this.openLinesOf(this.database.reader, collectiveId, month);
    const months: BankMonth[] = [];
    for (const account of open) {
      const statements = await this.listStatements(collectiveId, account.accountId);
      months.push(...bankMonthOf(month, account, statements));
    }
    return months;
  }

  /** What the bank booked in a month, no entry of the books standing against it. */
  private async openLinesOf(
    db: EntityManager,
    collectiveId: string,
    month: Month,
  ): Promise<(AccountOpenLines & AccountDays)[]> {
    const booksFrom = await requireFirstDay(db, collectiveId);
    const open: (AccountOpenLines & AccountDays)[] = [];
    for (const account of await this.accounts.listAccounts(collectiveId, db)) {
      const { id, label, closedOn, answersFrom } = account;
      const at = { collectiveId, accountId: id };
      const lines = await readBankLines(db, at, month);
      const { matchOf } = await readMatched(db, at);
      const said = await readExplanations(db, at);
      const unmatched = lines
        .filter((line) => !matchOf.has(line.id) && line.bookedOn >= laterOf(booksFrom, answersFrom))
        .map((line) => ({
          id: line.id,
          on: line.bookedOn,
          amount: line.amount,
          explanation: said.get(line.id),
        }));
      const openedOn = laterOf(booksFrom, account.openedOn);
      const state = await this.requireState(collectiveId, id, db);
      const begun = state.statements.length === 0 ? {} : begunOf(accountOnDay(state, lastDayOf(month)));
      open.push({ accountId: id, label, unmatched, opening: 0n, ...begun, openedOn, closedOn, answersFrom });
    }
    return open;
  }
}

function begunOf(account: AccountOnDay): Pick<AccountOpenLines, 'opening' | 'begunIn'> {
  return { opening: unexplainedOpening(account), begunIn: monthOf(reconciledFrom(account)) };
}

/**
 * The account as the reconciliation of a day wants it; the first statement says where it begins.
 * @param on its first day where none is given
 */
export function accountOnDay(state: BankState, on: CalendarDay = state.account.openedOn): AccountOnDay {
  const first = state.statements[0];
  return {
    on,
    bankFrom: first?.from ?? state.account.openedOn,
    bankOpening: first?.opening ?? 0n,
    booksFrom: state.booksFrom,
    booksOpening: state.booksOpening,
    bank: state.bank,
    books: state.books,
    groups: state.groups,
    openingSaid: state.openingSaid,
  };
}

/** @throws DomainError `bank.accountClosed` */
export function requireNotClosed({ label, closedOn }: BankAccountRow): void {
  if (closedOn !== null) throw new DomainError('bank.accountClosed', { account: label, day: closedOn });
}

function laterOf(day: CalendarDay, other: CalendarDay | null): CalendarDay {
  return other !== null && other > day ? other : day;
}

/** Whether the bank booked a line before the books began: it went into their opening, waiting for nothing. */
export function isSetAside(line: LineState, { booksFrom }: BankState): boolean {
  return line.voucher === undefined && line.matchId === undefined && line.on < booksFrom;
}

async function requireFirstDay(db: EntityManager, collectiveId: string): Promise<CalendarDay> {
  const books = await readBooks(db, collectiveId);
  if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
  return books.openedOn;
}

/** A line that has no counterpart yet, as the rules look at it. */
export function openLine({ voucher, ...line }: LineState): OpenLine {
  return {
    id: line.id,
    on: line.on,
    amount: line.amount,
    text: line.text,
    counterparty: line.counterparty,
    reference: line.reference,
    ...(voucher === undefined ? {} : { voucher: voucher.entryId }),
    ...(voucher?.reversesId === undefined ? {} : { reverses: voucher.reversesId }),
  };
}

function bankLine(line: BankLineEntity): Omit<LineState, 'matchId' | 'explanation' | 'turns'> {
  const { id, amount, text, counterparty, reference, statementId } = line;
  return { id, on: line.bookedOn, amount, text, counterparty, reference, statementId, voucher: undefined };
}
