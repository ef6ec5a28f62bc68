import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import type { PoolBalance } from '../../domain/ledger/pool-balances';
import { run } from './ledger.store';

/** Balances by account and pool, as a year end and a change of the chart take them. */
@Injectable()
export class PoolBalancesService {
  /** What stands on each account and pool at the end of a month; accounts at nothing are left out. */
  async listThrough(db: EntityManager, collectiveId: string, last: Month): Promise<PoolBalance[]> {
    const rows = await run<{ ledger_account: string; pool: Pool; amount: string }>(
      db,
      `SELECT ledger_account, pool, CAST(SUM(debit_fen) - SUM(credit_fen) AS TEXT) AS amount
       FROM ledger_turnovers WHERE collective_id = ? AND month <= ?
       GROUP BY ledger_account, pool ORDER BY ledger_account, pool`,
      [collectiveId, last],
    );
    return rows
      .map((row) => ({
        ledgerAccount: row.ledger_account,
        pool: row.pool,
        amount: BigInt(row.amount),
      }))
      .filter(({ amount }) => amount !== 0n);
  }

  /** What stands on an account for one asset, as of now. */
  async assetBalance(
    db: EntityManager,
    collectiveId: string,
    item: { readonly ledgerAccount: string; readonly assetId: string },
  ): Promise<Fen> {
    const [row] = await run<{ amount: string | null }>(
      db,
      `SELECT CAST(SUM(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END) AS TEXT) AS amount
       FROM ledger_lines WHERE collective_id = ? AND asset_id = ? AND ledger_account = ?`,
      [collectiveId, item.assetId, item.ledgerAccount],
    );
    return BigInt(row?.amount ?? '0');
  }
}
