import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { freeAt, promisedAt, type PromisedLine } from '../../domain/ledger/promised-money';
import type { Fen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { readPromised, readPromises } from './promised-money.store';

/** What a pool's approved distributions still have to grant on a day, and what is free beside it. */
export interface FreeMoney {
  readonly promised: Fen;
  /** Below zero where the promises are no longer covered. */
  readonly free: Fen;
}

/** What approved distributions have promised out of the pools. */
@Injectable()
export class PromisedMoneyService {
  constructor(private readonly database: Database) {}

  /** Every line of a plan that was approved, granted or not. */
  listPromises(collectiveId: string, db: EntityManager = this.database.reader): Promise<PromisedLine[]> {
    return readPromises(db, collectiveId);
  }

  /** Undefined where no distribution has promised anything of the pool. */
  async freeOn(
    collectiveId: string,
    at: { readonly pool: Pool; readonly day: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<FreeMoney | undefined> {
    const [of] = await readPromised(db, collectiveId, [at.pool]);
    return of && { promised: promisedAt(of, at.day), free: freeAt(of, at.day) };
  }
}
