import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import type { PoolBalance } from '../../domain/ledger/pool-balances';
import { sumLines } from './balances.store';
import { run } from './ledger.store';
import { readNow, readThrough } from './pool-balances.store';

/** Balances by account and pool, as a year end and a change of the chart take them. */
@Injectable()
export class PoolBalancesService {
  /** What stands on each account and pool at the end of a month; accounts at nothing are left out. */
  listThrough(db: EntityManager, collectiveId: string, last: Month): Promise<PoolBalance[]> {
    return readThrough(db, collectiveId, last);
  }

  /** What stands on each account and pool now, with everything that is booked. */
  listNow(db: EntityManager, collectiveId: string): Promise<PoolBalance[]> {
    return readNow(db, collectiveId);
  }

  /**
   * What stands on an account and its details under nobody's name, by pool, at the end of a day; a credit
   * below zero. What members as a whole are owed has a list of names and no counterparty.
   */
  async listUnnamed(
    db: EntityManager,
    collectiveId: string,
    { account, on }: { readonly account: string; readonly on: CalendarDay },
  ): Promise<ReadonlyMap<string, Fen>> {
    const wish = { to: on, by: 'postedOn', account } as const;
    const sums = await sumLines(db, collectiveId, { wish, columns: ['pool', 'counterparty'] });
    const unnamed = sums.filter(({ counterparty }) => counterparty === undefined);
    return new Map(unnamed.map(({ pool = '', debit, credit }) => [pool, debit - credit]));
  }

  /** What stands on an account for each asset that its lines name, as of now; a credit below zero. */
  async listByAsset(
    db: EntityManager,
    collectiveId: string,
    ledgerAccount: string,
  ): Promise<ReadonlyMap<string, Fen>> {
    const rows = await run<{ asset_id: string; amount: string }>(
      db,
      `SELECT asset_id,
         CAST(SUM(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END) AS TEXT) AS amount
       FROM ledger_lines WHERE collective_id = ? AND ledger_account = ? AND asset_id IS NOT NULL
       GROUP BY asset_id`,
      [collectiveId, ledgerAccount],
    );
    return new Map(rows.map((row) => [row.asset_id, BigInt(row.amount)]));
  }
}
