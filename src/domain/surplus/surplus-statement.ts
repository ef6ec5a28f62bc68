import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool, PoolFlow } from '../ledger/journal-entry';
import type { PoolMovement } from '../ledger/pool-movements';
import { releasedBy, type ReleaseMove } from '../ledger/promise-releases';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';

/** What a distribution that is decided keeps for its lines, by the last day of its period. */
export interface SettledDistribution {
  readonly periodTo: CalendarDay;
  readonly planned: Fen;
  /** What of that will never be granted and was released, day by day. */
  readonly releases?: readonly Pick<ReleaseMove, 'day' | 'amount'>[];
}

/** The statement of a pool between two days, both included; fen. */
export interface SurplusStatement {
  readonly pool: Pool;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly carriedOver: Fen;
  readonly received: Fen;
  readonly deducted: Fen;
  /** carriedOver + received − deducted; the notice calls it 可分配收益. */
  readonly distributable: Fen;
}

/** What the carry-over of a statement is made of; fen. */
export interface CarriedOver<Settled extends SettledDistribution> {
  /** What the books of the pool began with, booked before the period or within it. */
  readonly opening: Fen;
  /** What came before the first day, and the necessary cost of those days. */
  readonly received: Fen;
  readonly deducted: Fen;
  /** The distributions settled before the first day, each with what it keeps for its lines. */
  readonly settled: readonly Settled[];
  /** What of that was released by the last day of the statement, because it will never be granted. */
  readonly released: Fen;
  /** opening + received − deducted − what the settled distributions keep + what was released of it. */
  readonly total: Fen;
}

/** The pool and the days of a statement, both included. */
export type StatementDays = Pick<SurplusStatement, 'pool' | 'from' | 'to'>;

/**
 * What a period carries over, and where it comes from: what stood undistributed before its first day, less
 * what settled distributions keep for their lines, which is the left-over of the last one. An opening booked
 * within the period is carried over, too, and so is what will never be granted and was released by its last
 * day. Source: product decision "Pools and two surpluses".
 */
export function carriedOver<Settled extends SettledDistribution>(
  { from, to }: StatementDays,
  movements: readonly PoolMovement[],
  settled: readonly Settled[],
): CarriedOver<Settled> {
  const before = movements.filter((each) => each.statementOn < from);
  const opening = flowTotal(
    'opening',
    movements.filter((each) => each.statementOn <= to),
  );
  const received = flowTotal('received', before);
  const deducted = flowTotal('deducted', before);
  const earlier = settled.filter((each) => each.periodTo < from);
  const released = sumFen(earlier.map((each) => releasedOf(each, to)));
  const total = opening + received - deducted - sumFen(earlier.map((each) => each.planned)) + released;
  return { opening, received, deducted, settled: earlier, released, total };
}

/** What of a distribution's promises was released by the end of a day. */
export function releasedOf({ releases = [] }: SettledDistribution, day: CalendarDay): Fen {
  return releasedBy(releases, day);
}

/**
 * What of the promises before some days was given back once the last of them had been settled, by the last of
 * the days: in what is carried over it is a part of its own, so that it neither vanishes nor counts twice.
 */
export function releasedSince(
  settled: readonly SettledDistribution[],
  { from, to }: Pick<StatementDays, 'from' | 'to'>,
): Fen {
  const earlier = settled.filter(({ periodTo }) => periodTo < from);
  const last =
    earlier
      .map(({ periodTo }) => periodTo)
      .sort()
      .at(-1) ?? from;
  return sumFen(earlier.map((each) => releasedOf(each, to) - releasedOf(each, last)));
}

/**
 * The surplus of a pool between two days: carried over + received − deducted. It may lie below zero: then it
 * is carried on, and nothing is split. Source: product decision "Pools and two surpluses".
 */
export function surplusStatement(
  period: StatementDays,
  movements: readonly PoolMovement[],
  settled: readonly SettledDistribution[],
): SurplusStatement {
  invariant(period.from <= period.to, 'a statement runs from an earlier day to a later one');
  const within = movements.filter((each) => each.statementOn >= period.from && each.statementOn <= period.to);
  const carried = carriedOver(period, movements, settled).total;
  const received = flowTotal('received', within);
  const deducted = flowTotal('deducted', within);
  return {
    ...period,
    carriedOver: carried,
    received,
    deducted,
    distributable: carried + received - deducted,
  };
}

function flowTotal(flow: PoolFlow, movements: readonly PoolMovement[]): Fen {
  return sumFen(movements.filter((each) => each.flow === flow).map((each) => each.amount));
}
