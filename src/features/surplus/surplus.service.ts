import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { spanProblems } from '../../domain/shared/typed-fields';
import type { PromisedLine } from '../../domain/ledger/promised-money';
import { type ReleaseMove } from '../../domain/ledger/promise-releases';
import { STEPPED_POOLS } from '../../domain/ledger/manual-voucher';
import type { ToldReserve } from '../../domain/ledger/told-reserves';
import { grantableOn, undistributedOn } from '../../domain/ledger/pool-movements';
import {
  type CarriedOver,
  carriedOver,
  type SurplusStatement,
  surplusStatement,
} from '../../domain/surplus/surplus-statement';
import { insertRecorded } from '../../platform/audit/records';
import { type DecidedWithin, decidedWithin } from '../../domain/surplus/decided-within';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { PromisedMoneyService } from '../ledger/promised-money.service';
import { TaxFlowsService } from '../ledger/tax-flows.service';
import { SettledPeriodEntity } from './settled-period.entity';

/** Money that no distribution splits: it is shown where there is any. */
const OTHER_POOLS: readonly Pool[] = ['members', 'earmarked'];

/** A pool and the days of a statement, both included. */
export interface StatementPeriod {
  readonly pool: Pool;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** A settled period with what was released of its plan's promises, day by day. */
export interface SettledPeriod extends SettledPeriodEntity {
  readonly releases: readonly ReleaseMove[];
}

/** What can be distributed: carried over + received − deducted, by pool and period. */
@Injectable()
export class SurplusService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
    private readonly ledger: LedgerService,
    private readonly promises: PromisedMoneyService,
    private readonly taxes: TaxFlowsService,
  ) {}

  /** The statement of a pool between two days. @throws FormProblems `calendar.reversed` */
  async statement(
    collectiveId: string,
    period: StatementPeriod,
    db: EntityManager = this.database.reader,
  ): Promise<SurplusStatement> {
    refuseProblems(spanProblems(period));
    const movements = await this.books.listPoolMovements(collectiveId, period.pool, db);
    return surplusStatement(period, movements, await this.listSettled(collectiveId, period.pool, db));
  }

  /** What a period carries over, with the settled distributions that keep a part of it. */
  async carriedOver(collectiveId: string, period: StatementPeriod): Promise<CarriedOver<SettledPeriod>> {
    const movements = await this.books.listPoolMovements(collectiveId, period.pool);
    return carriedOver(period, movements, await this.listSettled(collectiveId, period.pool));
  }

  /** What of a statement's result is decided already, and what of that is granted by a day. */
  async decidedWithin(
    collectiveId: string,
    statement: SurplusStatement,
    day: CalendarDay,
  ): Promise<DecidedWithin | undefined> {
    const { pool } = statement;
    const settled = await this.listSettled(collectiveId, pool);
    if (settled.length === 0) return undefined;
    const granted = await this.promises.grantedByPlan(collectiveId, { pool, day });
    return decidedWithin(
      statement,
      settled.map(({ planId, periodFrom, periodTo, planned, releases: all }) => {
        const releases = all.filter((move) => move.day <= day);
        return { planId, periodFrom, periodTo, planned, granted: granted.get(planId) ?? 0n, releases };
      }),
    );
  }

  /** The pools whose money is distributed, and the others in which money ever moved. */
  async listUsedPools(collectiveId: string): Promise<Pool[]> {
    const others = await Promise.all(
      OTHER_POOLS.map(async (pool) => {
        const moved = await this.books.listPoolMovements(collectiveId, pool);
        return moved.length > 0 ? [pool] : [];
      }),
    );
    return [...STEPPED_POOLS, ...others.flat()];
  }

  /** Which of the pools that a distribution splits is shown first: the other where only that has any. */
  async firstUsedPool(collectiveId: string): Promise<'pv' | 'other'> {
    for (const pool of ['pv', 'other'] as const) {
      if ((await this.books.listPoolMovements(collectiveId, pool)).length > 0) return pool;
    }
    return 'pv';
  }

  /** Tax that a pool paid and owes no more, as of now: it is in the result, and not at the bank. */
  taxAhead(collectiveId: string, pool: Pool): Promise<Fen> {
    return this.taxes.paidAhead(this.database.reader, collectiveId, pool);
  }

  /** What stands undistributed in a pool on a day. */
  async undistributed(
    collectiveId: string,
    asked: { readonly pool: Pool; readonly day: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<Fen> {
    return undistributedOn(await this.books.listPoolMovements(collectiveId, asked.pool, db), asked.day);
  }

  /**
   * What may be granted of a pool on a day: its money of that day that is not set aside, less what later days
   * have spent of it or set aside.
   */
  async grantable(
    collectiveId: string,
    asked: { readonly pool: Pool; readonly day: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<Fen> {
    const movements = await this.books.listPoolMovements(collectiveId, asked.pool, db);
    const reserves = await this.promises.listReserveMoves(collectiveId, asked.pool, db);
    return grantableOn(movements, asked.day, reserves);
  }

  /** What of a pool is free on a day and every later one: promised by no distribution, nor set aside. */
  leastFreeFrom(
    collectiveId: string,
    asked: { readonly pool: Pool; readonly day: CalendarDay },
    db: EntityManager,
  ): Promise<Fen> {
    return this.promises.leastFreeFrom(collectiveId, asked, db);
  }

  /** What of a period's distributable money reserves keep from its plan. */
  heldOf(
    collectiveId: string,
    period: Pick<StatementPeriod, 'pool' | 'to'> & { readonly distributable: Fen },
    db: EntityManager = this.database.reader,
  ): Promise<Fen> {
    return this.promises.heldOf(collectiveId, period, db);
  }

  /** What a plan of a period has to tell of money set aside, as it stands on the day of its draft. */
  toldReserves(
    collectiveId: string,
    of: Pick<StatementPeriod, 'pool' | 'from'> & { readonly draftedOn: CalendarDay },
    db: EntityManager,
  ): Promise<ToldReserve[]> {
    return this.promises.toldReserves(collectiveId, of, db);
  }

  /** Refuses a plan that takes more than reserves leave of its period. @throws DomainError `plan.reserved` */
  async requireUnreserved(
    collectiveId: string,
    plan: StatementPeriod & { readonly distributable: Fen; readonly planned: Fen },
    db: EntityManager,
  ): Promise<void> {
    const { distributable, planned } = plan;
    const reserved = await this.heldOf(collectiveId, plan, db);
    const left = distributable - reserved;
    if (reserved > 0n && planned > left)
      throw new DomainError('plan.reserved', { distributable, reserved, left, excess: planned - left });
  }

  /**
   * Refuses a plan for whose lines not enough of its pool is free, on a day and on every later one.
   * @throws FormProblems `plan.aboveFree`
   */
  requireFree(
    collectiveId: string,
    plan: { readonly pool: Pool; readonly planned: Fen; readonly day: CalendarDay },
    db: EntityManager,
  ): Promise<void> {
    return this.promises.requireFree(collectiveId, plan, db);
  }

  /**
   * Notes that an approved distribution has settled a period: the next one carries over what it left, and no
   * new fact counts in it; what its lines promise pays for nothing else from now on.
   */
  async settle(
    tx: EntityManager,
    collectiveId: string,
    {
      promised,
      ...settled
    }: Omit<SettledPeriodEntity, 'collectiveId' | 'chainLength'> & {
      /** What each line of the plan promises, from the day of its approval. */
      readonly promised: Pick<PromisedLine, 'promisedOn'> & {
        readonly lines: readonly { readonly id: string; readonly amount: Fen }[];
      };
    },
  ): Promise<void> {
    const { length: chainLength } = await this.ledger.requireChainOf(tx, collectiveId);
    await insertRecorded(tx, SettledPeriodEntity, { collectiveId, chainLength, ...settled });
    const { planId, pool, periodFrom: from, periodTo: to } = settled;
    await this.ledger.settlePool(tx, collectiveId, { pool, to });
    const { promisedOn, lines } = promised;
    const promises = lines.map(({ id: planLineId, amount }) => {
      return { planId, planLineId, pool, from, to, promisedOn, amount };
    });
    await this.ledger.promiseMoney(tx, collectiveId, promises);
  }

  /** The first day that no distribution of the pool has settled: the next one begins there. */
  async nextPeriodStart(
    collectiveId: string,
    pool: Pool,
    db: EntityManager = this.database.reader,
  ): Promise<CalendarDay> {
    const last = (await this.listSettled(collectiveId, pool, db)).at(-1);
    if (last !== undefined) return addDays(last.periodTo, 1);
    return (await this.books.requireChain(collectiveId, db)).openedOn;
  }

  /** The settled periods of every pool. */
  listEverySettled(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<SettledPeriodEntity[]> {
    return db.find(SettledPeriodEntity, { where: { collectiveId }, order: { planId: 'ASC' } });
  }

  /** The settled periods of a pool, oldest first. */
  async listSettled(
    collectiveId: string,
    pool: Pool,
    db: EntityManager = this.database.reader,
  ): Promise<SettledPeriod[]> {
    const rows = await db.find(SettledPeriodEntity, {
      where: { collectiveId, pool },
      order: { periodTo: 'ASC' },
    });
    const moves = rows.length === 0 ? [] : await this.promises.listReleaseMoves(collectiveId, db);
    return rows.map((row) =>
      Object.assign(row, { releases: moves.filter(({ planId }) => planId === row.planId) }),
    );
  }
}
