import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, firstDayOf, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { isLarge } from '../../domain/ledger/books-bound';
import type { Chart } from '../../domain/ledger/chart';
import type { Crossing } from '../../domain/ledger/crossing';
import type { CounterpartyNames } from '../../domain/ledger/counterparty';
import { CANONICAL_NOW, CHAIN_START, type ChainedEntry, chainHash } from '../../domain/ledger/hash-chain';
import {
  type JournalEntry,
  type Pool,
  type Posting,
  requireBookable,
  requireChartHolds,
} from '../../domain/ledger/journal-entry';
import { monthsToOpen, requireNotAhead } from '../../domain/ledger/month-states';
import type { PromisedLine } from '../../domain/ledger/promised-money';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { invariant } from '../../domain/shared/invariant';
import { insertRecorded } from '../../platform/audit/records';
import { Clock, notBefore } from '../../platform/clock/clock';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { requireWithinBounds } from './books-bound.store';
import { requireOpenAt } from './bank-accounts.store';
import { type Booking, type Hands, handsOf } from './booking';
import { ChartService } from './chart.service';
import { readCrossings } from './crossings.store';
import { registerCounterparties, withRegistered } from './counterparties.store';
import { LedgerReadService, type Voucher } from './ledger-read.service';
import { insertOpenMonth } from './ledger-months.store';
import { LineOriginEntity } from './line-origin.entity';
import { moneyProblems, type SpendingEntry } from './money-problems';
import { insertPromises } from './promised-money.store';
import { changeChartOf, insertBooks, requireBooks, settleDays } from './books-row.store';
import { findPlace, insertEntries, readMonths, takeNumber } from './ledger.store';
import { type AccountAsked, withYearAccount } from './year-accounts.store';
import { crossedFrom, reversalEntry, type ReversalAsked } from './reversal-entry.store';
import { findMove, isLate, moveFor } from './prior-year-moves.store';
import { type AnewEntry, countedEntry, insertReentry, mayTakeReentry, takeReentry } from './reentries.store';

/** An entry as booked: what a page and the next step need of it. */
export interface BookedEntry {
  readonly entryId: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly chainPosition: number;
  /** Where its income and expense are an earlier year's: the voucher beside it that moved them there. */
  readonly moved?: { readonly entryId: string; readonly voucherNumber: number; readonly year: number };
}

/**
 * The register of what was booked. Steps hand it entries inside their own transaction, whose lock on the
 * books row it relies on; the hash that links an entry to the one before is the last thing it writes.
 */
@Injectable()
export class LedgerService {
  constructor(
    private readonly clock: Clock,
    private readonly charts: ChartService,
    private readonly reading: LedgerReadService,
  ) {}

  /**
   * Opens the books of a collective on a day: an empty chain, the month open. Done once, with the
   * collective itself.
   */
  async openBooks(
    tx: EntityManager,
    books: { collectiveId: string; chart: string; regionPath: readonly string[]; openedOn: CalendarDay },
  ): Promise<void> {
    this.charts.requireChart(books.chart, books.regionPath);
    await insertBooks(tx, { ...books, chainHead: CHAIN_START });
    const opened = { month: monthOf(books.openedOn), by: 'system', at: this.clock.now() };
    await insertOpenMonth(tx, books.collectiveId, opened);
  }

  /**
   * Books an entry: numbered, chained, its balances moved. Whoever its lines name is booked by id, registered
   * where nobody bears that name yet: no name may be hashed. What takes the place of a reversed entry counts
   * where that one was counted; what is of an earlier year has a second voucher beside it, which moves its
   * income and expense to what that year left undistributed.
   * @throws DomainError `period.*` when its day lies in no open month; `reentry.*`, `reversal.lossCovered`;
   *   FormProblems `money.tooLarge` beyond what the books hold
   */
  async post(tx: EntityManager, collectiveId: string, given: AnewEntry & Hands): Promise<BookedEntry> {
    const entry = { collectiveId, entry: given };
    const anew = mayTakeReentry(tx, given) ? await takeReentry(tx, this.reading, entry) : undefined;
    const namesSomebody = given.postings.some(({ counterparty }) => counterparty !== undefined);
    const postings = namesSomebody ? await withRegistered(tx, collectiveId, given.postings) : given.postings;
    const by = handsOf(given);
    const own = { collectiveId, ...by, ...(anew === undefined ? {} : { anew }) };
    const booked = await this.book(tx, namesSomebody ? { ...given, postings } : given, own);
    if (anew !== undefined) await insertReentry(tx, collectiveId, { ...anew, entryId: booked.entryId });
    const ofEarlier = anew?.ofEarlier;
    if (!isLate(given, ofEarlier)) return booked;
    const chart = await this.requireChartOf(tx, collectiveId);
    const crossings = await this.crossingsOf(tx, collectiveId);
    const late = { ...given, postings, ofEarlier, booked };
    const move = await moveFor(tx, collectiveId, { entry: late, chart, crossings });
    if (move === undefined) return booked;
    const { entryId, voucherNumber } = await this.book(tx, move, { collectiveId, ...by });
    return { ...booked, moved: { entryId, voucherNumber, year: yearOf(move.aboutPeriod) } };
  }

  /**
   * Takes back a booked entry, line by line, once; one of before a change of the chart on the accounts to
   * which that carried it. @throws DomainError `reversal.*`, `period.*`, `ledger.entryUnknown`
   */
  async reverse(tx: EntityManager, collectiveId: string, reversal: ReversalAsked): Promise<BookedEntry> {
    const { entryId: reversesId, preparedBy, reason } = reversal;
    const { charts, reading } = this;
    const entry = await reversalEntry(tx, { charts, reading }, { collectiveId, reversal });
    return this.book(tx, entry, { collectiveId, preparedBy, reversesId, reason });
  }

  /**
   * The lines on which a voucher of before a change of the chart is taken back now, in its own sense; those
   * of any other voucher are its own. @throws DomainError `reversal.otherChart`
   */
  async takenBackLines(db: EntityManager, collectiveId: string, voucher: Voucher): Promise<Posting[]> {
    const crossings = await this.crossingsOf(db, collectiveId);
    return crossedFrom(voucher, voucher.postings, crossings);
  }

  /** Every change of the chart of these books, as what takes older vouchers back goes through it. */
  async crossingsOf(db: EntityManager, collectiveId: string): Promise<readonly Crossing[]> {
    const { chartFrom, regionPath } = await requireBooks(db, collectiveId);
    return chartFrom === '' ? [] : readCrossings(db, this.charts, { collectiveId, regionPath });
  }

  /**
   * Refuses an entry just booked that takes out money which is not there, or which an approved distribution
   * has promised, on its own day or on a later one that is booked already; nothing of it stays. For what
   * people write and pay: a reversal says what was wrong, and a month is not held while money is below zero.
   * @throws FormProblems `money.poolShort`, `money.accountShort`, `money.contraShort`, `money.reserved`,
   *   `money.promised`, `money.notPromised`
   */
  async requireMoney(tx: EntityManager, collectiveId: string, entry: SpendingEntry): Promise<void> {
    refuseProblems(await this.moneyProblems(tx, collectiveId, entry));
  }

  /** The same told, to be refused together with what else is wrong. */
  async moneyProblems(
    tx: EntityManager,
    collectiveId: string,
    entry: SpendingEntry,
  ): Promise<readonly Problem[]> {
    const chart = await this.requireChartOf(tx, collectiveId);
    return moneyProblems(tx, collectiveId, { entry, chart });
  }

  /** Keeps what a plan that was just approved promises: from now on it pays for nothing else. */
  promiseMoney(tx: EntityManager, collectiveId: string, lines: readonly PromisedLine[]): Promise<void> {
    return insertPromises(tx, collectiveId, lines);
  }

  /** Whom a step names, by name or id; who bears a name is registered where nobody does yet. */
  registerCounterparties(
    tx: EntityManager,
    collectiveId: string,
    named: readonly string[],
  ): Promise<CounterpartyNames> {
    return registerCounterparties(tx, collectiveId, named);
  }

  /** The next number of a series in a year, without gaps: notices are numbered as vouchers are. */
  takeNumber(
    tx: EntityManager,
    collectiveId: string,
    series: { name: string; year: number },
  ): Promise<number> {
    return takeNumber(tx, collectiveId, series);
  }

  /** Settles a pool's days: from now on no new fact counts on them, only a reversal of one that did. */
  settlePool(
    tx: EntityManager,
    collectiveId: string,
    settled: { pool: Pool; to: CalendarDay },
  ): Promise<void> {
    return settleDays(tx, collectiveId, settled);
  }

  /** The day in whose year an entry's income and expense count: its own, or one of where they were moved. */
  async resultDayOf(db: EntityManager, collectiveId: string, entryId: string): Promise<CalendarDay> {
    const entry = await this.reading.requireEntry(collectiveId, entryId, db);
    const move = await findMove(db, collectiveId, entry);
    return move === undefined ? entry.postedOn : firstDayOf(move.aboutPeriod);
  }

  /** Length and head of the collective's chain as the transaction sees it. */
  requireChainOf(tx: EntityManager, collectiveId: string): Promise<{ length: number; head: string }> {
    return this.reading.requireChain(collectiveId, tx);
  }

  /**
   * The chart this collective's books are kept under, or another version of it with its county's details.
   * @throws DomainError `collective.unknown`
   */
  async requireChartOf(db: EntityManager, collectiveId: string, version?: string): Promise<Chart> {
    const books = await requireBooks(db, collectiveId);
    return this.charts.requireChart(version ?? books.chart, books.regionPath);
  }

  /**
   * The same for a voucher of a use for which counties choose: on the account of its fiscal year, which the
   * first such voucher fixes. @throws DomainError `collective.unknown`
   */
  async requireChartFor(
    tx: EntityManager,
    collectiveId: string,
    { on, use }: Pick<AccountAsked, 'on' | 'use'>,
  ): Promise<Chart> {
    const { chart: version, regionPath } = await requireBooks(tx, collectiveId);
    const chart = this.charts.requireChart(version, regionPath);
    return withYearAccount(tx, chart, { collectiveId, regionPath, on, use, at: this.clock.now() });
  }

  /** The books: their chart, their first day, how many entries. @throws DomainError `collective.unknown` */
  async requireBooksOf(
    db: EntityManager,
    collectiveId: string,
  ): Promise<{ chart: Chart; openedOn: CalendarDay; length: number }> {
    const { chart, regionPath, openedOn, chainLength: length } = await requireBooks(db, collectiveId);
    return { chart: this.charts.requireChart(chart, regionPath), openedOn, length };
  }

  /**
   * From a day on the books are kept under another chart; before it nothing is booked any more. The
   * vouchers that carry the balances over are the caller's.
   */
  changeChart(
    tx: EntityManager,
    collectiveId: string,
    change: { readonly chart: string; readonly from: CalendarDay },
  ): Promise<void> {
    return changeChartOf(tx, collectiveId, change);
  }

  /** Keeps beside the lines of an entry since when their debts stand. @param days by number of the line */
  async keepOrigins(
    tx: EntityManager,
    of: { readonly collectiveId: string; readonly entryId: string },
    days: ReadonlyMap<number, CalendarDay>,
  ): Promise<void> {
    const rows = [...days].map(([lineNumber, aroseOn]) => ({ ...of, lineNumber, aroseOn }));
    if (rows.length > 0) await insertRecorded(tx, LineOriginEntity, rows);
  }

  private async book(
    tx: EntityManager,
    given: JournalEntry,
    { anew, ...booking }: Booking,
  ): Promise<BookedEntry> {
    const { collectiveId } = booking;
    const place = await findPlace(tx, collectiveId, given.postedOn);
    invariant(place !== undefined, 'the books row of a writing transaction is there: it was locked first');
    const { books } = place;
    const chart = this.charts.requireChart(books.chart, books.regionPath);
    requireBookable(given, chart);
    requireChartHolds(given.postedOn, books.chartFrom);
    const isReversal = booking.reversesId !== undefined;
    const entry = countedEntry({ entry: given, anew, isReversal }, books);
    requireNotAhead(entry.postedOn, this.clock.today());
    if (place.hasBankActs) await requireOpenAt(tx, collectiveId, entry);
    if (place.isLarge || isLarge(entry)) await requireWithinBounds(tx, collectiveId, entry);
    const bookedAt = notBefore(books.lastBookedAt, this.clock.now());
    if (!place.isMonthOpen) await this.openMonthsTo(tx, booking, { day: entry.postedOn, at: bookedAt });
    const year = yearOf(entry.postedOn);
    const chained: ChainedEntry = {
      ...{ ...entry, ...booking, entryId: newId() },
      position: books.chainLength + 1,
      chart: books.chart,
      voucher: { year, number: (books.voucherNumbers[year] ?? 0) + 1 },
      bookedAt,
      canonical: CANONICAL_NOW,
    };
    const hash = chainHash(books.chainHead, chained, sha256);
    await insertEntries(tx, books.voucherNumbers, [{ entry: chained, previousHash: books.chainHead, hash }]);
    return {
      entryId: chained.entryId,
      voucherYear: chained.voucher.year,
      voucherNumber: chained.voucher.number,
      chainPosition: chained.position,
    };
  }

  /** The month of an entry opens at its instant, with those before it, or the entry is refused. */
  private async openMonthsTo(
    tx: EntityManager,
    booking: Booking,
    { day, at }: { readonly day: CalendarDay; readonly at: string },
  ): Promise<void> {
    const months = await readMonths(tx, booking.collectiveId);
    for (const month of monthsToOpen(months, day, this.clock.today()))
      await insertOpenMonth(tx, booking.collectiveId, { month, by: booking.preparedBy, at });
  }
}
