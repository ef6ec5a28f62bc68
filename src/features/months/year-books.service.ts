import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Month, yearOf } from '../../domain/calendar/calendar-day';
import type { Posting } from '../../domain/ledger/journal-entry';
import {
  accountProblems,
  type ClosingStep,
  isClosed,
  lastDayOfYear,
  lastMonthOf,
  lateProblems,
  monthProblems,
  planClosing,
  unclosedProblems,
  type YearBooks,
} from '../../domain/months/year-end';
import type { Reserve } from '../../domain/months/year-end-postings';
import type { Problem } from '../../domain/shared/problem';
import { Clock } from '../../platform/clock/clock';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';
import { MonthTasksService } from './month-tasks.service';
import { YearClosingEntity } from './year-closing.entity';

/** A step of a year end that stands, with its voucher. */
export interface StandingStep {
  readonly row: YearClosingEntity;
  readonly voucher: Voucher;
}

/** Which year of whose books. */
export interface YearOf {
  readonly collectiveId: string;
  readonly year: number;
}

/** The books of a fiscal year as its end sees them: balances, the steps that stand, what is missing. */
@Injectable()
export class YearBooksService {
  constructor(
    private readonly clock: Clock,
    private readonly books: LedgerReadService,
    private readonly balances: PoolBalancesService,
    private readonly ledger: LedgerService,
    private readonly tasks: MonthTasksService,
  ) {}

  /** The steps that stand, in the order in which they were booked. */
  async listStanding(db: EntityManager, { collectiveId, year }: YearOf): Promise<StandingStep[]> {
    const rows = await db.find(YearClosingEntity, { where: { collectiveId, year } });
    const standing: StandingStep[] = [];
    for (const row of rows) {
      const voucher = await this.books.requireEntry(collectiveId, row.entryId, db);
      if (voucher.reversedById === undefined) standing.push({ row, voucher });
    }
    return standing.sort((one, other) => one.voucher.chainPosition - other.voucher.chainPosition);
  }

  /** What the year end is planned from. */
  async read(db: EntityManager, of: YearOf, reserves: readonly Reserve[] = []): Promise<YearBooks> {
    const standing = await this.listStanding(db, of);
    const booked = new Map<ClosingStep, readonly Posting[]>(
      standing.map(({ row, voucher }) => [row.step, voucher.postings]),
    );
    return {
      balances: await this.balances.listThrough(db, of.collectiveId, lastMonthOf(of.year)),
      chart: await this.ledger.requireChartOf(db, of.collectiveId),
      booked,
      reserves,
    };
  }

  /** Whether nothing of the year is left to close. */
  async isClosed(db: EntityManager, of: YearOf): Promise<boolean> {
    return isClosed(planClosing(await this.read(db, of)));
  }

  /**
   * Everything that keeps the year from being closed. An explanation given with an earlier step holds for
   * those after it.
   */
  async closingProblems(
    db: EntityManager,
    of: YearOf,
    { books, explanation }: { readonly books: YearBooks; readonly explanation: string },
  ): Promise<Problem[]> {
    const { collectiveId, year } = of;
    const { chart, balances } = books;
    const months = monthProblems(year, await this.books.listMonths(collectiveId, db));
    if (months.some(({ code }) => code === 'period.beforeBooks')) return months;
    const day = lastDayOfYear(year);
    const early = this.clock.today() < day;
    const standing = await this.listStanding(db, of);
    const given = standing.find(({ row }) => row.decision.explanation !== undefined)?.row.decision;
    const before = await this.balances.listThrough(db, collectiveId, lastMonthOf(year - 1));
    return [
      ...(early ? [{ code: 'yearEnd.notOver', field: 'year', facts: { day } }] : []),
      ...months,
      ...lateProblems(year, books),
      ...(await this.tasks.closingProblems(collectiveId, lastMonthOf(year), db)),
      ...accountProblems({
        ...{ year, chart, balances, before },
        explanation: explanation.trim() === '' ? (given?.explanation ?? '') : explanation,
      }),
    ];
  }

  /**
   * What keeps a December from being held and sealed: its year is not closed, or something came in after it
   * was. Afterwards nothing could close it any more.
   */
  async decemberProblems(
    db: EntityManager,
    { collectiveId, month }: { readonly collectiveId: string; readonly month: Month },
  ): Promise<Problem[]> {
    const year = yearOf(month);
    return month === lastMonthOf(year)
      ? unclosedProblems(year, await this.read(db, { collectiveId, year }))
      : [];
  }
}
