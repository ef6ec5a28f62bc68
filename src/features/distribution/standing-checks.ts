import type { PlanCheck } from '../../domain/distribution/plan-checks';
import type { PackStanding } from '../../domain/policy/confirmation';
import type { Judgement } from '../../domain/policy/judge';
import { noPackWords } from '../../glossary/remarks';
import { confirmedText, unconfirmedText } from '../../glossary/policy-register-texts';

/** How the policy of a plan stands: none at all, or whether it still holds and which office confirmed it. */
export type PlanStanding =
  | { readonly kind: 'none' }
  | Exclude<PackStanding, { readonly kind: 'confirmed' }>
  | (Extract<PackStanding, { readonly kind: 'confirmed' }> & { readonly office: string });

/** What the standing of its policy means for a plan: a check beside those of the policy itself. */
export function standingChecks(standing: PlanStanding): PlanCheck[] {
  switch (standing.kind) {
    case 'notNeeded':
      return [];
    case 'none':
      return [checkOf({ ruleId: 'pack.none', outcome: 'failed', says: noPackWords.onlyDraft() })];
    case 'missing':
      return [checkOf({ ruleId: 'pack.confirmed', outcome: 'failed', says: unconfirmedText(standing) })];
    case 'confirmed':
      return [checkOf({ ruleId: 'pack.confirmed', outcome: 'passed', says: confirmedText(standing) })];
  }
}

function checkOf(said: Pick<Judgement, 'ruleId' | 'outcome' | 'says'>): PlanCheck {
  const judgement = { ...said, force: 'block', clause: '', missing: [], facts: {} } as const;
  return { key: said.ruleId, about: { kind: 'pack', id: '' }, judgement, reason: '' };
}
