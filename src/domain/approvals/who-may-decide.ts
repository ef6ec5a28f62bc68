import type { Problem } from '../shared/problem';

/** Who had a hand in a draft and who is about to decide on it, as user ids. */
export interface Decision {
  readonly draftedBy: string;
  /** Who noted or decided an earlier step of it. */
  readonly tookPart: readonly string[];
  readonly decidedBy: string;
  /** Whether who decides keeps the books of the collective or handles its money. */
  readonly isOfItsAccounts: boolean;
}

/**
 * Why this person may not decide on this draft: nobody approves or returns their own, nor one of which they
 * noted or decided a step, nor any of a collective whose books they keep or whose money they handle.
 * Source: Law on Rural Collective Economic Organizations arts. 32, 34 (who handles the money does not
 * supervise it).
 * @returns the first of the problems `approvals.ownDraft`, `approvals.tookPart`, `approvals.ofItsAccounts`
 */
export function decisionProblems(decision: Decision): Problem[] {
  const code = barOf(decision);
  return code === undefined ? [] : [{ code, field: 'decidedBy', value: decision.decidedBy }];
}

function barOf({ draftedBy, tookPart, decidedBy, isOfItsAccounts }: Decision): string | undefined {
  if (draftedBy === decidedBy) return 'approvals.ownDraft';
  if (tookPart.includes(decidedBy)) return 'approvals.tookPart';
  return isOfItsAccounts ? 'approvals.ofItsAccounts' : undefined;
}
