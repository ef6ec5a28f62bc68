import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  type CalendarDay,
  firstDayOf,
  isCalendarDay,
  lastDayOf,
  type Month,
  monthOf,
} from '../../domain/calendar/calendar-day';
import { gather, negated, type ReportTime } from '../../domain/ledger/account-sums';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { BalanceByAccount } from '../../domain/ledger/report-account-balances';
import { Database } from '../../platform/database/database';
import {
  type LineSum,
  positionAt,
  readSealedBalances,
  type SumColumn,
  sumLines,
  sumTurnovers,
} from './balances.store';
import { readBooks } from './ledger.store';

/** As of when, known when, by which time, of which colour of money, on which account with its details. */
export interface BalanceWish {
  readonly by: ReportTime;
  /** The last place in the chain that was known; see `positionKnown`. */
  readonly upTo: number;
  readonly pool?: Pool | undefined;
  readonly account?: string | undefined;
}

/** What tells balances apart beside the account. */
export type Dimension = Extract<
  SumColumn,
  'ledgerAccount' | 'pool' | 'assetId' | 'stream' | 'generationMonth' | 'counterparty' | 'planLineId'
>;

/**
 * Balances as of any day, as known on any other. Bookings never run back along the chain, so what was known
 * at an instant is a place in it. Whole months come from the turnovers kept beside the entries, a sealed
 * month from its own snapshot; only the days around them, and what was booked since, are read line by line.
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

  /** Balances by account on a day: debit positive; accounts that stand at zero are left out. */
  async balancesOn(collectiveId: string, on: CalendarDay, wish: BalanceWish): Promise<BalanceByAccount> {
    const sums = await this.sumsUpTo(collectiveId, on, wish);
    const balances = new Map<string, bigint>();
    for (const { ledgerAccount = '', debit, credit } of sums) {
      balances.set(ledgerAccount, (balances.get(ledgerAccount) ?? 0n) + debit - credit);
    }
    return new Map([...balances].filter(([, balance]) => balance !== 0n));
  }

  /** What moved between two days, by account and pool, debit and credit apart. */
  async movedBetween(
    collectiveId: string,
    days: { readonly from?: CalendarDay; readonly to: CalendarDay },
    wish: BalanceWish,
  ): Promise<AccountPoolSum[]> {
    const sums = await this.spanSums(collectiveId, days, wish);
    return gather(sums.map(accountPoolSum), (sum) => `${sum.ledgerAccount} ${sum.pool}`);
  }

  /** What moved in each whole month, by account and pool. */
  async movedByMonth(
    collectiveId: string,
    months: { readonly first: Month; readonly last: Month },
    wish: BalanceWish,
  ): Promise<(AccountPoolSum & { readonly month: Month })[]> {
    const days = { from: firstDayOf(months.first), to: lastDayOf(months.last) };
    const sums = await this.spanSums(collectiveId, days, wish);
    const byMonth = sums.map((sum) => ({ ...accountPoolSum(sum), month: monthOfSum(sum) }));
    return gather(byMonth, (sum) => `${sum.month} ${sum.ledgerAccount} ${sum.pool}`);
  }

  /** Balances on a day by any of the dimensions lines carry; read line by line. */
  async balancesBy(
    collectiveId: string,
    asked: { readonly on: CalendarDay; readonly dimensions: readonly Dimension[] },
    wish: BalanceWish,
  ): Promise<LineSum[]> {
    const lines = { ...wish, to: asked.on };
    const { reader } = this.database;
    const sums = await sumLines(reader, collectiveId, { wish: lines, columns: asked.dimensions });
    return sums.filter((sum) => sum.debit !== sum.credit);
  }

  private async sumsUpTo(collectiveId: string, on: CalendarDay, wish: BalanceWish): Promise<LineSum[]> {
    if (wish.by === 'aboutPeriod') return this.spanSums(collectiveId, { to: on }, wish);
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
    const hasMonths = wish.by === 'postedOn' && (first === undefined || first <= last);
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

function accountPoolSum({ ledgerAccount = '', pool = '', debit, credit }: LineSum): AccountPoolSum {
  return { ledgerAccount, pool, debit, credit };
}

function monthOfSum(sum: LineSum): Month {
  return sum.postedMonth ?? sum.aboutPeriod ?? '';
}

/** The first month that begins on a day or after it. */
function firstWholeMonth(day: CalendarDay): Month {
  return day === firstDayOf(monthOf(day)) ? monthOf(day) : addMonths(monthOf(day), 1);
}

/** The last month that ends on a day or before it. */
function lastWholeMonth(day: CalendarDay): Month {
  return day === lastDayOf(monthOf(day)) ? monthOf(day) : addMonths(monthOf(day), -1);
}
