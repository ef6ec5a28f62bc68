import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool, PoolFlow, Stream } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import { ALL_ENTRIES } from './ledger-read.service';
import { LedgerService } from './ledger.service';
import { run } from './ledger.store';

/** Lines of one flow that a pool's statement of some days counts. */
export interface CountedAsked {
  readonly pool: Pool;
  readonly flow: PoolFlow;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** How many entries the books had: later ones are not looked at. All where it is absent. */
  readonly upTo?: number | undefined;
}

/** A line with what is said of its entry; the amount is signed in the flow's sense. */
export interface CountedLine {
  readonly entryId: string;
  readonly reversesId: string | undefined;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly postedOn: CalendarDay;
  readonly summary: string;
  readonly sourceId: string;
  readonly assetId: string | undefined;
  readonly stream: Stream;
  /** Tax that is owed makes what was received less; it is no income of its stream. */
  readonly isTax: boolean;
  readonly amount: Fen;
}

/** What an entry is about, and what made it. */
export interface ToldEntry {
  readonly id: string;
  readonly summary: string;
  readonly sourceKind: string;
}

interface CountedRow {
  readonly id: string;
  readonly reverses_id: string | null;
  readonly voucher_year: number;
  readonly voucher_number: number;
  readonly posted_on: CalendarDay;
  readonly summary: string;
  readonly source_id: string;
  readonly asset_id: string | null;
  readonly stream: Stream | null;
  readonly ledger_account: string;
  readonly amount: string;
}

/** The books as pool statements count them: by each line's statement day, up to a place of the chain. */
@Injectable()
export class CountedLinesService {
  constructor(private readonly ledger: LedgerService) {}

  /** In the order of the entries. */
  async listLines(db: EntityManager, collectiveId: string, asked: CountedAsked): Promise<CountedLine[]> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const { pool, flow, from, to, upTo = ALL_ENTRIES } = asked;
    const rows = await run<CountedRow>(
      db,
      `SELECT e.id, e.reverses_id, e.voucher_year, e.voucher_number, e.posted_on, e.summary, e.source_id,
         l.asset_id, l.stream, l.ledger_account,
         CAST(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END AS TEXT) AS amount
       FROM ledger_lines l JOIN ledger_entries e ON e.collective_id = l.collective_id AND e.id = l.entry_id
       WHERE l.collective_id = ? AND l.pool = ? AND l.pool_flow = ? AND l.statement_on >= ?
         AND l.statement_on <= ? AND e.chain_position <= ?
       ORDER BY e.chain_position`,
      [collectiveId, pool, flow, from, to, upTo],
    );
    return rows.map((row) => ({
      entryId: row.id,
      reversesId: row.reverses_id ?? undefined,
      voucherYear: row.voucher_year,
      voucherNumber: row.voucher_number,
      postedOn: row.posted_on,
      summary: row.summary,
      sourceId: row.source_id,
      assetId: row.asset_id ?? undefined,
      stream: row.stream ?? 'other',
      isTax: row.ledger_account === roles.taxPayable,
      amount: BigInt(row.amount),
    }));
  }

  /** What some entries are about, as it was printed. */
  async listTold(db: EntityManager, collectiveId: string, ids: readonly string[]): Promise<ToldEntry[]> {
    if (ids.length === 0) return [];
    const rows = await run<{ id: string; summary: string; source_kind: string }>(
      db,
      `SELECT id, summary, source_kind FROM ledger_entries
       WHERE collective_id = ? AND id IN (${ids.map(() => '?').join(', ')})`,
      [collectiveId, ...ids],
    );
    return rows.map(({ id, summary, source_kind: sourceKind }) => ({ id, summary, sourceKind }));
  }

  /** The day on which statements count each entry that the books had. */
  async listDays(
    db: EntityManager,
    collectiveId: string,
    upTo = ALL_ENTRIES,
  ): Promise<Map<string, CalendarDay>> {
    const rows = await run<{ id: string; statement_on: string }>(
      db,
      'SELECT id, statement_on FROM ledger_entries WHERE collective_id = ? AND chain_position <= ?',
      [collectiveId, upTo],
    );
    return new Map(rows.map((row) => [row.id, row.statement_on]));
  }
}
