import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { sha256 } from '../digests/sha256';
import { noteAccepted } from './accepted-commands';
import { presentGiver } from './giver';
import { puttingRight } from './put-right';
import { runAhead } from './statements';
import { noteTried, takeAbout } from './told-about';

/**
 * Once only: the caller's key and what was asked. The same key with the same question gets the first answer
 * again.
 */
export interface Once {
  readonly key: string;
  /** What was asked, as any JSON value; only its digest is kept. */
  readonly asked: unknown;
  /** What the act puts right: an id that the register takes that it corrects in. */
  readonly corrects?: string;
}

/** The answer that was given under a key, as it is kept. */
export interface KeptAnswer {
  readonly digest: string;
  readonly answer: string;
}

/** The name of a command, with which what is asked begins. */
function nameOf(asked: unknown): string {
  return Array.isArray(asked) ? String(asked[0]) : String(asked);
}

/** Does the work and keeps its answer under the key; a key that was used is answered as it was then. */
export async function answerOnce<T>(
  tx: EntityManager,
  asked: { readonly collectiveId: string; readonly once: Once; readonly earlier: KeptAnswer | undefined },
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const { collectiveId, once, earlier } = asked;
  const question = JSON.stringify(once.asked);
  const digest = sha256(question);
  if (earlier !== undefined) {
    if (earlier.digest !== digest) throw new DomainError('command.keyReused');
    // What this program wrote itself, read back as the type it wrote.
    const readAnswer: (text: string) => T = JSON.parse;
    return readAnswer(earlier.answer);
  }
  // What the transaction's command before told is none of this one's.
  takeAbout(tx);
  const answer = await puttingRight(tx, once.corrects, work).catch((error: unknown) => {
    noteTried(error, { name: nameOf(once.asked), about: takeAbout(tx) ?? {} });
    throw error;
  });
  const kept = {
    sql: 'INSERT INTO idempotency_keys (collective_id, command_key, digest, answer) VALUES (?, ?, ?, ?)',
    values: [collectiveId, once.key, digest, JSON.stringify(answer ?? null)],
  };
  await runAhead(tx, [[kept]]);
  const giver = presentGiver();
  const command = { name: nameOf(once.asked), key: once.key, asked: question };
  if (giver !== undefined) await noteAccepted(tx, { collectiveId, command, giver });
  return answer;
}
