import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import { run } from './ledger.store';
import { LedgerService } from './ledger.service';

/** What of a pool's receipts is tax that is owed. */
@Injectable()
export class TaxFlowsService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * What a pool paid of tax that is owed no more, as of now: a sale was taken back after its tax was paid. It
   * is the pool's, as a refund to be got back. Source: product decision on pools.
   */
  async paidAhead(db: EntityManager, collectiveId: string, pool: Pool): Promise<Fen> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    if (roles.taxPayable === undefined) return 0n;
    const [row] = await run<{ amount: string | null }>(
      db,
      `SELECT CAST(SUM(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END) AS TEXT) AS amount
       FROM ledger_lines WHERE collective_id = ? AND pool = ? AND ledger_account = ?`,
      [collectiveId, pool, roles.taxPayable],
    );
    const ahead = BigInt(row?.amount ?? '0');
    return ahead > 0n ? ahead : 0n;
  }
}
