import type { EntityManager } from 'typeorm';
import type { Settlement } from '../../domain/income/settlement';
import { insertRecorded } from '../../platform/audit/records';
import { SlipFlagEntity } from './slip-flag.entity';

/** What is hardly possible about a slip stays with it, and the reason it was entered for. */
export async function insertFlags(
  tx: EntityManager,
  { collectiveId, id }: { readonly collectiveId: string; readonly id: string },
  { flags, reason }: Settlement,
): Promise<void> {
  for (const { code, facts = {} } of flags) {
    const texts = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, String(fact)]));
    await insertRecorded(tx, SlipFlagEntity, { collectiveId, settlementId: id, code, facts: texts, reason });
  }
}
