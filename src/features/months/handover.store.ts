import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { run } from '../../platform/database/statements';

/** To whom vouchers of grants owe something, as their lines name them. */
export async function readGrantedTo(db: EntityManager, collectiveId: string): Promise<string[]> {
  const rows = await run<{ counterparty: string }>(
    db,
    `SELECT DISTINCT l.counterparty FROM ledger_entries e
     JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.id
     WHERE e.collective_id = ? AND e.source_kind = 'grant' AND l.side = 'credit'
       AND l.counterparty IS NOT NULL`,
    [collectiveId],
  );
  return rows.map(({ counterparty }) => counterparty);
}

/** How many vouchers of a day and the days before it are booked. */
export async function countBookedBy(
  db: EntityManager,
  collectiveId: string,
  on: CalendarDay,
): Promise<number> {
  const [row] = await run<{ count: number | string }>(
    db,
    'SELECT COUNT(*) AS count FROM ledger_entries WHERE collective_id = ? AND posted_on <= ?',
    [collectiveId, on],
  );
  return Number(row?.count ?? 0);
}
