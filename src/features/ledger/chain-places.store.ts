import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { run } from './ledger.store';

/** Where an entry stands in the chain, and where the reversal that took it back. */
export interface ChainedAt {
  readonly entryId: string;
  readonly at: number;
  /** Undefined where it stands. */
  readonly goneAt: number | undefined;
}

/** The entries of one source, in the order of the chain: what stood when each of them was booked. */
export async function readChainPlaces(
  db: EntityManager,
  collectiveId: string,
  sourceKind: string,
): Promise<ChainedAt[]> {
  const rows = await run<{ id: string; chain_position: number }>(
    db,
    `SELECT id, chain_position FROM ledger_entries
     WHERE collective_id = ? AND source_kind = ? AND reverses_id IS NULL ORDER BY chain_position`,
    [collectiveId, sourceKind],
  );
  const reversals = await run<{ reverses_id: string; chain_position: number }>(
    db,
    `SELECT reverses_id, chain_position FROM ledger_entries
     WHERE collective_id = ? AND reverses_id IS NOT NULL`,
    [collectiveId],
  );
  const gone = new Map(reversals.map((row) => [row.reverses_id, row.chain_position]));
  return rows.map(({ id, chain_position: at }) => ({ entryId: id, at, goneAt: gone.get(id) }));
}

/** A voucher with the instant at which it was booked. */
export interface BookedAt {
  readonly entryId: string;
  readonly position: number;
  readonly voucher: { readonly year: number; readonly number: number };
  readonly postedOn: CalendarDay;
  readonly bookedAt: string;
  readonly sourceKind: string;
}

/** Every voucher with the instant at which it was booked. */
export async function readBookedAt(db: EntityManager, collectiveId: string): Promise<BookedAt[]> {
  const rows = await run<BookedColumns>(
    db,
    `SELECT id, chain_position, voucher_year, voucher_number, posted_on, booked_at, source_kind
     FROM ledger_entries WHERE collective_id = ?`,
    [collectiveId],
  );
  return rows.map((row) => ({
    ...{ entryId: row.id, position: row.chain_position, postedOn: row.posted_on },
    ...{ bookedAt: row.booked_at, sourceKind: row.source_kind },
    voucher: { year: row.voucher_year, number: row.voucher_number },
  }));
}

interface BookedColumns {
  readonly id: string;
  readonly chain_position: number;
  readonly voucher_year: number;
  readonly voucher_number: number;
  readonly posted_on: string;
  readonly booked_at: string;
  readonly source_kind: string;
}
