import { type EntityManager, IsNull } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { insertRecorded } from '../../platform/audit/records';
import { isPartOf } from './keepers-mark';
import { SettlementWithdrawalEntity } from './settlement-withdrawal.entity';
import { SettlementEntity } from './settlement.entity';

/** The slips without a voucher that stand no more. */
export async function readWithdrawn(db: EntityManager, collectiveId: string): Promise<ReadonlySet<string>> {
  const rows = await db.findBy(SettlementWithdrawalEntity, { collectiveId });
  return new Set(rows.map((row) => row.settlementId));
}

/** Takes an owner's rows of a keeper's slip out of what stands, where no voucher can be reversed; once. */
export async function withdrawParts(
  tx: EntityManager,
  collectiveId: string,
  of: { readonly slipId: string; readonly withdrawnOn: CalendarDay; readonly withdrawnBy: string },
): Promise<void> {
  const { slipId, ...how } = of;
  const gone = await readWithdrawn(tx, collectiveId);
  const rows = await tx.findBy(SettlementEntity, { collectiveId, entryId: IsNull() });
  const own = rows.filter((row) => isPartOf(row, slipId) && !gone.has(row.id));
  const withdrawn = own.map(({ id }) => ({ collectiveId, settlementId: id, ...how }));
  if (withdrawn.length > 0) await insertRecorded(tx, SettlementWithdrawalEntity, withdrawn);
}
