/** Where plans are drafted, decided and shown: those of a period and those of a year. */
export interface PlanPaths {
  readonly plans: string;
  readonly newPlan: string;
  plan(id: string): string;
  /** A page of a plan's: `publish`, `told`, or the address of an act on it. */
  planAct(
    id: string,
    act: 'submit' | 'meeting' | 'steps' | 'review' | 'grant' | 'publish' | 'told' | 'releases' | 'what-if',
  ): string;
  /** The record of how a plan, of a period or of a year, was decided. */
  planRecord(id: string): string;
  /** A yearly use plan, or one to be drafted. */
  yearPlan(id: string, act?: 'submit' | 'meeting' | 'steps' | 'review' | 'what-if'): string;
  /** Of how many people each body is. */
  readonly bodyRoll: string;
  /** A draft as it would hang on the wall. */
  planSample(id: string): string;
}

/** The addresses of plans below a village's own. */
export function planPaths(home: string): PlanPaths {
  return {
    plans: `${home}/plans`,
    newPlan: `${home}/plans/new`,
    plan: (id) => `${home}/plans/${id}`,
    planAct: (id, act) => `${home}/plans/${id}/${act}`,
    planRecord: (id) => `${home}/plans/${id}/record.pdf`,
    yearPlan: (id, act) => `${home}/year-plans/${id}${act === undefined ? '' : `/${act}`}`,
    bodyRoll: `${home}/body-roll`,
    planSample: (id) => `${home}/plans/${id}/sample.pdf`,
  };
}
