import type { Problem } from '../shared/problem';

/** Who wrote a draft and who is about to decide on it, as user ids. */
export interface Decision {
  readonly draftedBy: string;
  readonly decidedBy: string;
}

/**
 * Why this person may not decide on this draft: nobody approves or returns their own.
 * Source: Law on Rural Collective Economic Organizations arts. 32, 34 (who handles the money does not
 * supervise it).
 * @returns problem `approvals.ownDraft`
 */
export function decisionProblems({ draftedBy, decidedBy }: Decision): Problem[] {
  return draftedBy === decidedBy
    ? [{ code: 'approvals.ownDraft', field: 'decidedBy', value: decidedBy }]
    : [];
}
