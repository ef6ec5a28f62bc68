import type { EntityManager } from 'typeorm';
import type { EarlyPayment } from '../../domain/assets/construction';
import { insertRecorded } from '../../platform/audit/records';
import { ConstructionEventEntity } from './construction-event.entity';
import { RetentionReasonEntity } from './retention-reason.entity';

/** Keeps an act on a project, and why a retention among them was paid before its day. */
export async function keepProjectAct(
  tx: EntityManager,
  row: ConstructionEventEntity,
  early: EarlyPayment | undefined,
): Promise<void> {
  await insertRecorded(tx, ConstructionEventEntity, row);
  if (early === undefined) return;
  const { collectiveId, id: eventId } = row;
  await insertRecorded(tx, RetentionReasonEntity, { collectiveId, eventId, ...early });
}

/** What was paid before its day and why, by the act's id. */
export async function readEarlyPayments(
  db: EntityManager,
  collectiveId: string,
): Promise<ReadonlyMap<string, EarlyPayment>> {
  const rows = await db.findBy(RetentionReasonEntity, { collectiveId });
  return new Map(rows.map(({ eventId, early, reason }) => [eventId, { early, reason }]));
}
