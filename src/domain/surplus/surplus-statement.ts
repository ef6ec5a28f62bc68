import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool, PoolFlow } from '../ledger/journal-entry';
import type { PoolMovement } from '../ledger/pool-movements';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';

/** What a distribution that is decided keeps for its lines, by the last day of its period. */
export interface SettledDistribution {
  readonly periodTo: CalendarDay;
  readonly planned: Fen;
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

/**
 * The surplus of a pool between two days. Carried over is what stood undistributed before the first day:
 * the opening, plus all received, less all deducted, less what settled distributions keep for their lines,
 * which is the left-over of the last one. An opening booked within the period is carried over, too. Source:
 * product decision "Pools and two surpluses".
 */
export function surplusStatement(
  period: { readonly pool: Pool; readonly from: CalendarDay; readonly to: CalendarDay },
  movements: readonly PoolMovement[],
  settled: readonly SettledDistribution[],
): SurplusStatement {
  invariant(period.from <= period.to, 'a statement runs from an earlier day to a later one');
  const total = (flow: PoolFlow, counts: (movement: PoolMovement) => boolean): Fen =>
    sumFen(movements.filter((each) => each.flow === flow && counts(each)).map((each) => each.amount));
  const before = (each: PoolMovement): boolean => each.statementOn < period.from;
  const within = (each: PoolMovement): boolean =>
    each.statementOn >= period.from && each.statementOn <= period.to;
  const opening = total('opening', (each) => each.statementOn <= period.to);
  const kept = sumFen(settled.filter((each) => each.periodTo < period.from).map((each) => each.planned));
  const carriedOver = opening + total('received', before) - total('deducted', before) - kept;
  const received = total('received', within);
  const deducted = total('deducted', within);
  return { ...period, carriedOver, received, deducted, distributable: carriedOver + received - deducted };
}
