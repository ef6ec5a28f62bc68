import type { PlanWant } from '../approvals/plan-approved';
import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';

/** A plan that is not approved yet: what it granted waits. */
export interface WaitingPlan {
  readonly planId: string;
  /** Of a plan of a year. */
  readonly year?: number;
  readonly pool: Pool;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** In the order in which it can be done; never empty. */
  readonly wants: readonly PlanWant[];
}
