import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { placeholders } from '../../platform/database/many-ids';
import { run } from './ledger.store';

/** The vouchers by which a step booked the same fact before, and the month it is of, where that tells it. */
export interface Replaced {
  readonly entryIds: readonly string[];
  readonly month?: Month | undefined;
}

/**
 * The oldest of these vouchers that waits to be entered anew: one of a closed year whose reversal took it
 * back of that year, because its amount, asset or day was wrong, and whose place is free. What was put right
 * within its own year waits for nothing.
 */
export async function findReplaced(
  tx: EntityManager,
  collectiveId: string,
  replaced: Replaced | undefined,
): Promise<string | undefined> {
  const { entryIds, month } = replaced ?? { entryIds: [] };
  if (entryIds.length === 0) return undefined;
  const rows = await run<{ id: string }>(
    tx,
    `SELECT e.id FROM ledger_entries e
     JOIN ledger_entries r ON r.collective_id = e.collective_id AND r.reverses_id = e.id
     LEFT JOIN ledger_entries m ON m.collective_id = e.collective_id
       AND m.chain_position = e.chain_position + 1 AND m.source_kind = ? AND m.source_id = e.id
     WHERE e.collective_id = ? AND e.id IN (${placeholders(entryIds)})
       AND r.reason IN ('wrongAmount', 'wrongAsset', 'wrongDate')
       AND (r.voucher_year > e.voucher_year OR m.id IS NOT NULL)
       AND (e.about_period LIKE ? OR r.reason = 'wrongDate')
       AND NOT EXISTS (SELECT 1 FROM reentries n
         WHERE n.collective_id = e.collective_id AND n.corrects_id = e.id)
     ORDER BY e.chain_position LIMIT 1`,
    [PRIOR_YEAR.move, collectiveId, ...entryIds, month ?? '%'],
  );
  return rows[0]?.id;
}
