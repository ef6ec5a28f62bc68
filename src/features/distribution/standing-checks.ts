import type { PlanCheck } from '../../domain/distribution/plan-checks';
import type { Judgement } from '../../domain/policy/judge';
import { noPackWords } from '../../glossary/remarks';

/** How the policy of a plan stands: whether there is one at all. */
export type PlanStanding = { readonly kind: 'none' } | { readonly kind: 'holds' };

/** What the standing of its policy means for a plan: a check beside those of the policy itself. */
export function standingChecks({ kind }: PlanStanding): PlanCheck[] {
  if (kind === 'holds') return [];
  return [checkOf({ ruleId: 'pack.none', outcome: 'failed', says: noPackWords.onlyDraft() })];
}

function checkOf(said: Pick<Judgement, 'ruleId' | 'outcome' | 'says'>): PlanCheck {
  const judgement = { ...said, force: 'block', clause: '', missing: [], facts: {} } as const;
  return { key: said.ruleId, about: { kind: 'pack', id: '' }, judgement, reason: '' };
}
