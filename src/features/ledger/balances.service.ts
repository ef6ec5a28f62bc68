import { Injectable } from '@nestjs/common';
import {
  addDays,
  type CalendarDay,
  firstDayOf,
  firstWholeMonth,
  isCalendarDay,
  lastDayOf,
  lastWholeMonth,
  type Month,
} from '../../domain/calendar/calendar-day';
import { countedSpan, gather, negated, type ReportTime } from '../../domain/ledger/account-sums';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { BalanceByAccount } from '../../domain/ledger/report-account-balances';
import { Database } from '../../platform/database/database';
import {
  isByName,
  type LineSum,
  type LineWish,
  type ReadWish,
  positionAt,
  readSealedBalances,
  type SumColumn,
  sumLines,
  sumTurnovers,
} from './balances.store';
import { type ChartCarried, readChartCarried, readOpeningEntries, takenOutAfter } from './chart-eras';
import { readBooks } from './books-row.store';

/** As of when, known when, by which time, of which colour of money, on which account with its details. */
export interface BalanceWish extends ReadWish {
  readonly by: ReportTime;
  /** The last place in the chain that was known; see `positionKnown`. */
  readonly upTo: number;
  readonly pool?: Pool | undefined;
  readonly account?: string | undefined;
}

/** The days of a report, both included. */
export interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** What tells balances apart beside the account. */
export type Dimension = Extract<
  SumColumn,
  'ledgerAccount' | 'pool' | 'assetId' | 'stream' | 'generationMonth' | 'counterparty' | 'planLineId'
>;

/**
 * Balances as of any day, as known on any other. Bookings never run back along the chain, so what was known
 * at an instant is a place in it. Whole months come from the turnovers kept beside the entries, a sealed
 * month from its own snapshot; only the days around them, what was booked since, and what is told of one
 * party or asset alone are read line by line.
 */
@Injectable()
export class BalancesService {
  constructor(private readonly database: Database) {}

  /**
   * The last place in the chain that was known: all of it where nothing is said, else what was booked by the
   * end of a day in Asia/Shanghai, or by an instant.
   */
  async positionKnown(collectiveId: string, known?: string): Promise<number> {
    const books = await readBooks(this.database.reader, collectiveId);
    if (known === undefined) return books?.chainLength ?? 0;
    const instant = isCalendarDay(known) ? `${known}T15:59:59.999Z` : known;
    return positionAt(this.database.reader, collectiveId, instant);
  }

  /**
   * Balances by account at the end of a day: debit positive; accounts that stand at zero are left out. On the
   * eve of another chart they stand as the old one closed them, before they were taken out.
   */
  async balancesOn(collectiveId: string, on: CalendarDay, wish: BalanceWish): Promise<BalanceByAccount> {
    const sums = await this.sumsUpTo(collectiveId, on, wish);
    const out = await this.takenOutAfter(collectiveId, on);
    const taken = await this.sumsOf(collectiveId, out, { ...wish, to: on });
    return byAccount([...sums, ...taken.map(negated)]);
  }

  /**
   * Balances by account with which days begin. A chart begins with what was carried into it, and books that
   * open within the days with what they were opened with.
   */
  async openingOf(collectiveId: string, days: Days, wish: BalanceWish): Promise<BalanceByAccount> {
    const span = countedSpan({ ...wish, ...days });
    const sums = await this.sumsUpTo(collectiveId, addDays(span.from, -1), wish);
    const into = await this.carriedInto(collectiveId, span.from);
    const carried = await this.sumsOf(collectiveId, into, span);
    return byAccount([...sums, ...carried, ...(await this.openedWithin(collectiveId, span, wish))]);
  }

  /** What the books were opened with, where they opened within the days. */
  async openedWithin(collectiveId: string, days: Days, wish: BalanceWish): Promise<LineSum[]> {
    return this.sumsOf(collectiveId, await this.openingEntries(collectiveId), { ...wish, ...days });
  }

  /**
   * The vouchers that brought balances in, the opening of the books and those of every change of the chart:
   * they are what a time begins with and no movement of it.
   */
  async broughtEntries(collectiveId: string): Promise<string[]> {
    const carried = await this.listCarried(collectiveId);
    const ids = carried.flatMap(({ outId, intoId }) => [outId, intoId].filter((id) => id !== undefined));
    return [...(await this.openingEntries(collectiveId)), ...ids];
  }

  /** What moved between two days, by account and pool, debit and credit apart. */
  async movedBetween(
    collectiveId: string,
    days: { readonly from?: CalendarDay; readonly to: CalendarDay },
    wish: BalanceWish,
  ): Promise<AccountPoolSum[]> {
    const sums = await this.movedSums(collectiveId, days, wish);
    return gather(sums.map(accountPoolSum), (sum) => `${sum.ledgerAccount} ${sum.pool}`);
  }

  /** What moved between two days, by account, pool and month. */
  async movedByMonth(
    collectiveId: string,
    days: Days,
    wish: BalanceWish,
  ): Promise<(AccountPoolSum & { readonly month: Month })[]> {
    const sums = await this.movedSums(collectiveId, days, wish);
    const byMonth = sums.map((sum) => ({ ...accountPoolSum(sum), month: monthOfSum(sum) }));
    return gather(byMonth, (sum) => `${sum.month} ${sum.ledgerAccount} ${sum.pool}`);
  }

  /** Balances at the end of a day by any of the dimensions lines carry; read line by line. */
  async balancesBy(
    collectiveId: string,
    asked: { readonly on: CalendarDay; readonly dimensions: readonly Dimension[] },
    wish: BalanceWish,
  ): Promise<LineSum[]> {
    const without = await this.takenOutAfter(collectiveId, asked.on);
    const lines = { ...wish, to: asked.on, without };
    const { reader } = this.database;
    const sums = await sumLines(reader, collectiveId, { wish: lines, columns: asked.dimensions });
    return sums.filter((sum) => sum.debit !== sum.credit);
  }

  /** Balances with which days begin, told as {@link balancesBy} tells them; see {@link openingOf}. */
  async openingBy(
    collectiveId: string,
    asked: Days & { readonly dimensions: readonly Dimension[] },
    wish: BalanceWish,
  ): Promise<LineSum[]> {
    const { dimensions } = asked;
    const { from, to } = countedSpan({ ...wish, from: asked.from, to: asked.to });
    const into = await this.carriedInto(collectiveId, from);
    const of = [...into, ...(await this.openingEntries(collectiveId))];
    const before = { on: addDays(from, -1), dimensions };
    const { reader } = this.database;
    const stood = into.length === 0 ? await this.balancesBy(collectiveId, before, wish) : [];
    if (into.length > 0 && wish.by === 'aboutPeriod') {
      // What was booked behind the change about a month before it was not carried over.
      const all = { wish: { ...wish, to: before.on }, columns: dimensions };
      stood.push(...(await sumLines(reader, collectiveId, all)));
    }
    if (of.length === 0) return stood;
    const lines = { ...wish, from, to, of };
    const brought = await sumLines(reader, collectiveId, { wish: lines, columns: dimensions });
    return gather([...stood, ...brought], (sum) => JSON.stringify(dimensions.map((each) => sum[each])));
  }

  /** The vouchers on the eve of another chart that do not count on the old one's last day. */
  private async takenOutAfter(collectiveId: string, on: CalendarDay): Promise<string[]> {
    return takenOutAfter(await this.listCarried(collectiveId), on);
  }

  private listCarried(collectiveId: string): Promise<ChartCarried[]> {
    return readChartCarried(this.database.reader, collectiveId);
  }

  private openingEntries(collectiveId: string): Promise<string[]> {
    return readOpeningEntries(this.database.reader, collectiveId);
  }

  private async carriedInto(collectiveId: string, day: CalendarDay): Promise<string[]> {
    const carried = await this.listCarried(collectiveId);
    return carried.flatMap(({ validFrom, intoId }) =>
      validFrom === day && intoId !== undefined ? [intoId] : [],
    );
  }

  /** What moved in the days but for the vouchers that brought balances in. */
  private async movedSums(
    collectiveId: string,
    days: { readonly from?: CalendarDay; readonly to: CalendarDay },
    wish: BalanceWish,
  ): Promise<LineSum[]> {
    const sums = await this.spanSums(collectiveId, days, wish);
    const brought = await this.broughtEntries(collectiveId);
    return [...sums, ...(await this.sumsOf(collectiveId, brought, { ...wish, ...days })).map(negated)];
  }

  /** What these entries moved, by account, pool and month. */
  private async sumsOf(
    collectiveId: string,
    entryIds: readonly string[],
    wish: LineWish,
  ): Promise<LineSum[]> {
    if (entryIds.length === 0) return [];
    const columns = wish.by === 'postedOn' ? MONTHLY : ABOUT_MONTHS;
    return sumLines(this.database.reader, collectiveId, { wish: { ...wish, of: entryIds }, columns });
  }

  private async sumsUpTo(collectiveId: string, on: CalendarDay, wish: BalanceWish): Promise<LineSum[]> {
    if (wish.by === 'aboutPeriod' || isByName(wish)) return this.spanSums(collectiveId, { to: on }, wish);
    const last = lastWholeMonth(on);
    const sealed = await readSealedBalances(this.database.reader, collectiveId, { ...wish, last });
    if (sealed === undefined) return this.spanSums(collectiveId, { to: on }, wish);
    const end = lastDayOf(sealed.month);
    const late = await this.bookedAfter(collectiveId, { to: end }, wish);
    const from = addDays(end, 1);
    const since = from > on ? [] : await this.spanSums(collectiveId, { from, to: on }, wish);
    return [...sealed.balances, ...late.map(negated), ...since];
  }

  /** By account, pool and month: months that lie wholly in the days from turnovers, the rest from lines. */
  private async spanSums(
    collectiveId: string,
    { from, to }: { readonly from?: CalendarDay; readonly to: CalendarDay },
    wish: BalanceWish,
  ): Promise<LineSum[]> {
    const first = from === undefined ? undefined : firstWholeMonth(from);
    const last = lastWholeMonth(to);
    const isKept = wish.by === 'postedOn' && !isByName(wish);
    const hasMonths = isKept && (first === undefined || first <= last);
    if (!hasMonths) return this.readLines(collectiveId, { from, to }, wish);
    const { reader } = this.database;
    const whole = await sumTurnovers(reader, collectiveId, { ...wish, first, last });
    const months = { from: first === undefined ? undefined : firstDayOf(first), to: lastDayOf(last) };
    const late = await this.bookedAfter(collectiveId, months, wish);
    const before =
      from === undefined || first === undefined || from === firstDayOf(first)
        ? []
        : await this.readLines(collectiveId, { from, to: addDays(firstDayOf(first), -1) }, wish);
    const after =
      months.to === to ? [] : await this.readLines(collectiveId, { from: addDays(months.to, 1), to }, wish);
    return [...before, ...whole, ...late.map(negated), ...after];
  }

  /** What the turnovers hold of days, but was booked after the last place that counts as known. */
  private async bookedAfter(
    collectiveId: string,
    days: { readonly from?: CalendarDay | undefined; readonly to: CalendarDay },
    wish: BalanceWish,
  ): Promise<LineSum[]> {
    const books = await readBooks(this.database.reader, collectiveId);
    if (books === undefined || wish.upTo >= books.chainLength) return [];
    const lines = { ...wish, ...days, upTo: undefined, after: wish.upTo };
    return sumLines(this.database.reader, collectiveId, { wish: lines, columns: MONTHLY });
  }

  private readLines(
    collectiveId: string,
    days: { readonly from?: CalendarDay | undefined; readonly to: CalendarDay },
    wish: BalanceWish,
  ): Promise<LineSum[]> {
    const columns = wish.by === 'postedOn' ? MONTHLY : ABOUT_MONTHS;
    return sumLines(this.database.reader, collectiveId, { wish: { ...wish, ...days }, columns });
  }
}

/** What moved on an account in a pool. */
export interface AccountPoolSum {
  readonly ledgerAccount: string;
  readonly pool: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

const MONTHLY: readonly SumColumn[] = ['ledgerAccount', 'pool', 'postedMonth'];
const ABOUT_MONTHS: readonly SumColumn[] = ['ledgerAccount', 'pool', 'aboutPeriod'];

function byAccount(sums: readonly LineSum[]): BalanceByAccount {
  const balances = new Map<string, bigint>();
  for (const { ledgerAccount = '', debit, credit } of sums) {
    balances.set(ledgerAccount, (balances.get(ledgerAccount) ?? 0n) + debit - credit);
  }
  return new Map([...balances].filter(([, balance]) => balance !== 0n));
}

function accountPoolSum({ ledgerAccount = '', pool = '', debit, credit }: LineSum): AccountPoolSum {
  return { ledgerAccount, pool, debit, credit };
}

function monthOfSum(sum: LineSum): Month {
  return sum.postedMonth ?? sum.aboutPeriod ?? '';
}
