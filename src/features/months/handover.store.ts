import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { run } from '../../platform/database/statements';

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
