import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import { releasedOf, type SettledDistribution } from './surplus-statement';

/** A settled distribution with its first day and what of its lines is granted and released by now; fen. */
export interface DecidedPlan extends SettledDistribution {
  readonly planId: string;
  readonly periodFrom: CalendarDay;
  readonly granted: Fen;
}

/** What of a statement's result is decided already; fen. */
export interface DecidedWithin {
  /** The distributions whose periods end within the statement's days, the earliest first. */
  readonly plans: readonly DecidedPlan[];
  readonly planned: Fen;
  /** What of that is granted, and what still waits to be. */
  readonly granted: Fen;
  readonly waiting: Fen;
  /** What will never be granted and was released: within the statement's days, and on later ones. */
  readonly released: Fen;
  readonly releasedLater: Fen;
  /** The result less what is decided, and what of that was released: what there is still to decide. */
  readonly undecided: Fen;
  /** A settled distribution that reaches beyond the last day: it decides on the rest, too. */
  readonly beyond: DecidedPlan | undefined;
}

/**
 * What the distributions settled within the days of a statement keep for their lines: none of it is to be
 * decided again. Their periods are those whose last day lies within; the ones before are taken off what is
 * carried over. Source: product decision "Pools and two surpluses".
 * @returns undefined where no settled period touches the days
 */
export function decidedWithin(
  {
    from,
    to,
    distributable,
  }: { readonly from: CalendarDay; readonly to: CalendarDay; readonly distributable: Fen },
  settled: readonly DecidedPlan[],
): DecidedWithin | undefined {
  const plans = settled
    .filter(({ periodTo }) => from <= periodTo && periodTo <= to)
    .sort((one, other) => (one.periodTo < other.periodTo ? -1 : 1));
  const beyond = settled.find(({ periodFrom, periodTo }) => periodFrom <= to && to < periodTo);
  if (plans.length === 0 && beyond === undefined) return undefined;
  const planned = sumFen(plans.map((each) => each.planned));
  const granted = sumFen(plans.map((each) => each.granted));
  const released = sumFen(plans.map((each) => releasedOf(each, to)));
  const releasedLater = sumFen(plans.map((each) => releasedEver(each))) - released;
  const waiting = sumFen(plans.map(waitingOf));
  const undecided = distributable - planned + released;
  invariant(
    granted + waiting + releasedLater + undecided === distributable,
    'what is decided and what is not is the result',
  );
  return { plans, planned, granted, waiting, released, releasedLater, undecided, beyond };
}

/** What of a distribution's promises still waits to be granted. */
export function waitingOf(plan: DecidedPlan): Fen {
  return plan.planned - plan.granted - releasedEver(plan);
}

/** What of a distribution's promises is released by now. */
export function releasedEver({ releases = [] }: SettledDistribution): Fen {
  return sumFen(releases.map(({ amount }) => amount));
}
