import type { EntityManager } from 'typeorm';
import type { About } from '../../platform/database/told-about';
import { tellAbout } from '../../platform/database/told-about';

/** What names a plan of a period. */
interface NamedPlan {
  readonly id: string;
  readonly pool: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly revision: number;
}

/** What names a plan of a year. */
interface NamedYearPlan {
  readonly id: string;
  readonly pool: string;
  readonly year: number;
  readonly revision: number;
}

/** Which plan it is, for the register of acts. */
export function aboutPlan(plan: NamedPlan | NamedYearPlan): About {
  const { id: planId, pool, revision } = plan;
  const days = 'year' in plan ? { year: plan.year } : { from: plan.periodFrom, to: plan.periodTo };
  return { planId, pool, revision, ...days };
}

/** Says in a command's transaction which plan it is about. */
export function tellPlan(tx: EntityManager, plan: NamedPlan | NamedYearPlan): void {
  tellAbout(tx, aboutPlan(plan));
}
