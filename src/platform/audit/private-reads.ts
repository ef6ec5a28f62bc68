import type { EntityManager } from 'typeorm';
import { noteAccepted } from '../database/accepted-commands';
import { presentGiver } from '../database/giver';
import { newId } from '../ids/new-id';

/** What of which persons was opened. */
export interface PrivateRead {
  readonly collectiveId: string;
  /** As the names of commands: what was read. */
  readonly name: string;
  /** Of whom and what for; kept by its digest alone, under a key that nobody has. */
  readonly of: readonly (string | number)[];
}

/**
 * Puts in the chain of acts what a person did to his own account: it has no key, so each time is one. Nothing
 * of what was typed is kept, not by a digest either.
 */
export async function noteOwnAct(
  tx: EntityManager,
  { collectiveId, name }: Pick<PrivateRead, 'collectiveId' | 'name'>,
): Promise<void> {
  const giver = presentGiver();
  if (giver === undefined) return;
  const command = { name, key: newId(), asked: JSON.stringify([name, giver.actor]) };
  await noteAccepted(tx, { collectiveId, command, giver });
}

/**
 * Puts in the chain of acts that something private was opened, by whom, as what and from where. Each opening
 * is one: unlike a command it has no key under which a second one is the first, and no answer is kept.
 */
export async function notePrivateRead(
  tx: EntityManager,
  { collectiveId, name, of }: PrivateRead,
): Promise<void> {
  const giver = presentGiver();
  if (giver === undefined) return;
  const command = { name, key: newId(), asked: JSON.stringify([name, giver.actor, of]) };
  await noteAccepted(tx, { collectiveId, command, giver });
}
