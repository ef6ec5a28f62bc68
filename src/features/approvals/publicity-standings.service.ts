import type { EntityManager } from 'typeorm';
import type { PublicityClock } from '../../domain/approvals/display-clock';
import type { SheetStanding } from '../../domain/approvals/publicity-over';
import type { CalendarDay } from '../../domain/calendar/calendar-day';

/** Where the sheet of a plan stands on the wall. */
export interface PublicityStanding {
  readonly clock: PublicityClock;
  /** How many objections to it have no answer. */
  readonly openObjections: number;
  /** Its days are over, with proof, and every objection is answered: the step of publicity may be closed. */
  readonly isOver: boolean;
}

/** What was known when: a calendar day, as told at an instant. */
export interface KnownAt {
  readonly day: CalendarDay;
  /** What was entered later was not known yet. */
  readonly at: string;
}

/** Where a sheet stood on a day, as was known at an instant; undefined where it was not published yet. */
export type SheetHistory = (known: KnownAt) => SheetStanding | undefined;

/**
 * How long the sheet of what was decided has hung. The steps that decide come before the sheets; so the
 * application hands in who knows.
 */
export abstract class PublicityStandings {
  /** On a day; undefined where no sheet of the plan is published. */
  abstract standingOfPlan(
    plan: { readonly collectiveId: string; readonly planId: string },
    day: CalendarDay,
    db?: EntityManager,
  ): Promise<PublicityStanding | undefined>;

  /** All that is on record of its sheet, to be asked for any day. */
  abstract historyOfPlan(
    plan: { readonly collectiveId: string; readonly planId: string },
    db: EntityManager,
  ): Promise<SheetHistory>;
}
