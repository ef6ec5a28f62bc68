import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  aboveFree,
  freeAt,
  grantedByPlan,
  leastFree,
  promisedAt,
  type PromisedLine,
} from '../../domain/ledger/promised-money';
import { type ReleaseMove, releaseMoves } from '../../domain/ledger/promise-releases';
import { heldOf } from '../../domain/ledger/reserve-room';
import { reservedAt, type ReserveMove, reservesAt, type ReserveStanding } from '../../domain/ledger/reserves';
import { toldReserves, type ToldReserve } from '../../domain/ledger/told-reserves';
import type { Fen } from '../../domain/money/fen';
import { refuseProblems } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { readPromiseReleases } from './promise-releases.store';
import { readPool, readPromised, readPromises } from './promised-money.store';
import { movesOf, readReserves } from './reserves.store';

/** What a pool's approved distributions still have to grant on a day, and what is free beside it. */
export interface FreeMoney {
  readonly promised: Fen;
  /** What is set aside. */
  readonly reserved: Fen;
  /** Below zero where the promises are no longer covered. */
  readonly free: Fen;
}

/** What approved distributions have promised out of the pools, and what is set aside of them. */
@Injectable()
export class PromisedMoneyService {
  constructor(private readonly database: Database) {}

  /** Every line of a plan that was approved, granted or not. */
  listPromises(collectiveId: string, db: EntityManager = this.database.reader): Promise<PromisedLine[]> {
    return readPromises(db, collectiveId);
  }

  /** What of the promises will never be granted and was released, day by day. */
  async listReleaseMoves(collectiveId: string, db: EntityManager): Promise<ReleaseMove[]> {
    return releaseMoves(await readPromiseReleases(db, collectiveId));
  }

  /** Undefined where nothing was ever promised or set aside of the pool. */
  async freeOn(
    collectiveId: string,
    at: { readonly pool: Pool; readonly day: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<FreeMoney | undefined> {
    const [of] = await readPromised(db, collectiveId, [at.pool]);
    if (of === undefined) return undefined;
    const reserved = reservedAt(of.reserves ?? [], at.day);
    return { promised: promisedAt(of, at.day), reserved, free: freeAt(of, at.day) };
  }

  /** What is free of a pool on a day and every later one: neither promised nor set aside, nor spent since. */
  async leastFreeFrom(
    collectiveId: string,
    at: { readonly pool: Pool; readonly day: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<Fen> {
    return leastFree(await readPool(db, collectiveId, at.pool), at.day).free;
  }

  /** Refuses a plan for which not enough is free from a day on. @throws FormProblems `plan.aboveFree` */
  async requireFree(
    collectiveId: string,
    plan: { readonly pool: Pool; readonly planned: Fen; readonly day: CalendarDay },
    db: EntityManager,
  ): Promise<void> {
    const problem = aboveFree(plan, await readPool(db, collectiveId, plan.pool));
    if (problem !== undefined) refuseProblems([problem]);
  }

  /** What of each approved plan of a pool is granted by the end of a day. */
  async grantedByPlan(
    collectiveId: string,
    at: { readonly pool: Pool; readonly day: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, Fen>> {
    return grantedByPlan(await readPool(db, collectiveId, at.pool), at.day);
  }

  /** What stands set aside of a pool at the end of a day, by purpose. */
  async reservesOn(
    collectiveId: string,
    at: { readonly pool: Pool; readonly day: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<ReserveStanding[]> {
    return reservesAt(await this.listReserveMoves(collectiveId, at.pool, db), at.day);
  }

  /** What was set aside of a pool and released. */
  async listReserveMoves(collectiveId: string, pool: Pool, db: EntityManager): Promise<ReserveMove[]> {
    return movesOf(await readReserves(db, collectiveId, pool));
  }

  /** What a plan of a period has to tell of money set aside, as it stands on the day of its draft. */
  async toldReserves(
    collectiveId: string,
    of: { readonly pool: Pool; readonly from: CalendarDay; readonly draftedOn: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<ToldReserve[]> {
    return toldReserves(await readReserves(db, collectiveId, of.pool), of);
  }

  /** What of a period's distributable money reserves keep from its plan. */
  async heldOf(
    collectiveId: string,
    period: { readonly pool: Pool; readonly to: CalendarDay; readonly distributable: Fen },
    db: EntityManager = this.database.reader,
  ): Promise<Fen> {
    return heldOf(period, await readPool(db, collectiveId, period.pool));
  }
}
