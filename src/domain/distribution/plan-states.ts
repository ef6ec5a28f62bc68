import { DomainError } from '../shared/domain-error';

/** A plan's life. Pages draw their buttons from this table. */
export type PlanState = 'drafted' | 'submitted' | 'approved' | 'returned' | 'voided';

export type PlanAct = 'submit' | 'approve' | 'return' | 'void';

/** A plan is never edited: a returned one is void and drafted anew. */
export const PLAN_TRANSITIONS: Readonly<Record<PlanState, Partial<Record<PlanAct, PlanState>>>> = {
  drafted: { submit: 'submitted', void: 'voided' },
  submitted: { approve: 'approved', return: 'returned', void: 'voided' },
  approved: {},
  returned: {},
  voided: {},
};

/** The state an act leads to. @throws DomainError `plan.notNow` */
export function nextPlanState(state: PlanState, act: PlanAct): PlanState {
  const next = PLAN_TRANSITIONS[state][act];
  if (next === undefined) throw new DomainError('plan.notNow', { state, act });
  return next;
}
