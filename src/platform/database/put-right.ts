import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';

/** What the running act puts right, until a register has taken it. */
export interface ToPutRight {
  readonly id: string;
  isTaken: boolean;
}

/** By the transaction that does it: an act says it once, through however many hands it goes. */
const running = new WeakMap<EntityManager, ToPutRight>();

/**
 * Does the work of an act that puts something right; whoever keeps what it corrects takes it on the way.
 * @throws DomainError `reentry.otherKind` where nobody did: the act was about something else
 */
export async function puttingRight<T>(
  tx: EntityManager,
  id: string | undefined,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  if (id === undefined) return work(tx);
  const correction: ToPutRight = { id, isTaken: false };
  running.set(tx, correction);
  try {
    const answer = await work(tx);
    if (!correction.isTaken) throw new DomainError('reentry.otherKind');
    return answer;
  } finally {
    running.delete(tx);
  }
}

/** What the act of this transaction puts right and nobody has taken yet. */
export function toPutRight(tx: EntityManager): ToPutRight | undefined {
  const correction = running.get(tx);
  return correction === undefined || correction.isTaken ? undefined : correction;
}
