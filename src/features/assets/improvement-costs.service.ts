import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import { assetSummaries } from '../../glossary/voucher-summaries-assets';
import { ALL_ENTRIES } from '../ledger/ledger-read.service';
import { run } from '../../platform/database/statements';

/** An improvement that a pool's money paid for: it is deducted, as another necessary cost. */
export interface ImprovementCost {
  readonly id: string;
  readonly assetId: string;
  readonly name: string;
  readonly pool: Pool;
  readonly amount: Fen;
  readonly postedOn: CalendarDay;
  readonly reason: string | null;
  readonly entryId: string;
}

/** An improvement as its voucher credits it: the bank, or what is owed. */
export interface CreditedImprovement extends Omit<ImprovementCost, 'reason'> {
  /** Of the chart of its day. */
  readonly ledgerAccount: string;
  readonly chart: string;
}

interface FoundCredit extends Omit<FoundCost, 'reason'> {
  readonly ledger_account: string;
  readonly chart: string;
}

interface FoundCost {
  readonly id: string;
  readonly asset_id: string;
  readonly name: string;
  readonly pool: Pool;
  readonly amount: string;
  readonly happened_on: string;
  readonly reason: string | null;
  readonly entry_id: string;
}

/** What improvements took from the pools whose money is distributed. */
@Injectable()
export class ImprovementCostsService {
  /**
   * Those that stand, in the order of their days.
   * @param upTo how many entries the books had: what was taken back later still stood then
   */
  async listCosts(db: EntityManager, collectiveId: string, upTo = ALL_ENTRIES): Promise<ImprovementCost[]> {
    const rows = await run<FoundCost>(
      db,
      `SELECT e.id, e.asset_id, a.name, l.pool, CAST(l.amount_fen AS TEXT) AS amount, e.happened_on,
         e.reason, e.entry_id
       FROM asset_events e
       JOIN assets a ON a.collective_id = e.collective_id AND a.id = e.asset_id
       JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.entry_id
       WHERE e.collective_id = ? AND e.kind = 'improvement' AND l.pool_flow = 'deducted'
         AND l.pool IN ('pv', 'other')
         AND NOT EXISTS (SELECT 1 FROM ledger_entries r
           WHERE r.collective_id = e.collective_id AND r.reverses_id = e.entry_id
           AND r.chain_position <= ?)
       ORDER BY e.happened_on, e.id`,
      [collectiveId, upTo],
    );
    return rows.map((row) => ({
      ...{ id: row.id, assetId: row.asset_id, name: assetSummaries.improvement(row.name) },
      ...{ pool: row.pool, amount: BigInt(row.amount), postedOn: row.happened_on },
      ...{ reason: row.reason, entryId: row.entry_id },
    }));
  }

  /** Those that stand, out of any pool's money, in the order of their days. */
  async listCredited(db: EntityManager, collectiveId: string): Promise<CreditedImprovement[]> {
    const rows = await run<FoundCredit>(
      db,
      `SELECT e.id, e.asset_id, a.name, l.pool, CAST(l.amount_fen AS TEXT) AS amount, e.happened_on,
         e.entry_id, l.ledger_account, v.chart
       FROM asset_events e
       JOIN assets a ON a.collective_id = e.collective_id AND a.id = e.asset_id
       JOIN ledger_entries v ON v.collective_id = e.collective_id AND v.id = e.entry_id
       JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.entry_id
       WHERE e.collective_id = ? AND e.kind = 'improvement' AND l.side = 'credit'
         AND NOT EXISTS (SELECT 1 FROM ledger_entries r
           WHERE r.collective_id = e.collective_id AND r.reverses_id = e.entry_id)
       ORDER BY e.happened_on, e.id`,
      [collectiveId],
    );
    return rows.map((row) => ({
      ...{ id: row.id, assetId: row.asset_id, name: assetSummaries.improvement(row.name) },
      ...{ pool: row.pool, amount: BigInt(row.amount), postedOn: row.happened_on },
      ...{ entryId: row.entry_id, ledgerAccount: row.ledger_account, chart: row.chart },
    }));
  }
}
