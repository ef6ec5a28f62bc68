import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { SettledDistribution } from './surplus-statement';

/** A settled distribution with its first day and what of its lines is granted by now; fen. */
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
  /** The result less what is decided: what there is still to decide. */
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
  const waiting = planned - granted;
  const undecided = distributable - planned;
  invariant(granted + waiting + undecided === distributable, 'what is decided and what is not is the result');
  return { plans, planned, granted, waiting, undecided, beyond };
}
