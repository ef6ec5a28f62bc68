import type { EntityManager } from 'typeorm';
import { insertRecorded } from '../../platform/audit/records';
import type { HeldRole } from '../../platform/http/actor';
import { type AccountAct, AccountEventEntity } from './account-event.entity';

/** What was done with an account. */
export interface NewEvent {
  readonly userId: string;
  readonly act: AccountAct;
  readonly by: string;
  readonly at: string;
  readonly rolesBefore: readonly HeldRole[];
  readonly roles: readonly HeldRole[];
}

/** Puts what was done with an account on record, in the transaction that does it, under its office's lock. */
export async function noteEvent(tx: EntityManager, officeId: string, event: NewEvent): Promise<void> {
  const { userId, act, by, at, rolesBefore, roles } = event;
  const last = await tx.maximum(AccountEventEntity, 'number', { collectiveId: officeId, userId });
  await insertRecorded(tx, AccountEventEntity, {
    ...{ collectiveId: officeId, userId, number: (last ?? 0) + 1, act, doneBy: by, doneAt: at },
    ...{ rolesBefore: [...rolesBefore], roles: [...roles] },
  });
}
