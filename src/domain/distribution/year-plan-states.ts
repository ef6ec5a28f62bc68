import { DomainError } from '../shared/domain-error';

/** A yearly plan's life: one that was decided stands until a later revision of its year is decided. */
export type YearPlanState = 'drafted' | 'submitted' | 'approved' | 'returned' | 'voided' | 'replaced';

export type YearPlanAct = 'submit' | 'approve' | 'return' | 'void' | 'replace';

const TRANSITIONS: Readonly<Record<YearPlanState, Partial<Record<YearPlanAct, YearPlanState>>>> = {
  drafted: { submit: 'submitted', void: 'voided' },
  submitted: { approve: 'approved', return: 'returned', void: 'voided' },
  approved: { replace: 'replaced' },
  returned: {},
  voided: {},
  replaced: {},
};

/** Whether what was decided of a plan, of a period or of a year, holds, or held until another came. */
export function isLiving(state: YearPlanState): boolean {
  return state !== 'returned' && state !== 'voided';
}

/** The state an act leads to; nothing is edited after a decision. @throws DomainError `yearPlan.notNow` */
export function nextYearPlanState(state: YearPlanState, act: YearPlanAct): YearPlanState {
  const next = TRANSITIONS[state][act];
  if (next === undefined) throw new DomainError('yearPlan.notNow', { state });
  return next;
}
