import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type DatedReceivable, owedOn } from './owed-on';
import type { SubsidyAdvance } from './subsidy-advance';

/** Money advanced on the subsidy, or paid back below zero, on its day. */
export interface AdvanceMovement {
  readonly on: CalendarDay;
  readonly amount: Fen;
}

/** How much may be advanced on a day: what is owed of the subsidy less what was advanced on it already. */
export interface AdvanceRoom {
  readonly owed: Fen;
  readonly advanced: Fen;
  readonly room: Fen;
}

/**
 * The room for another advance on a day. Subsidy that is in no slip yet is owed by nobody: the slip comes
 * first. What was advanced before and not paid back stands against the same subsidy.
 */
export function advanceRoom(
  subsidy: readonly DatedReceivable[],
  moved: readonly AdvanceMovement[],
  day: CalendarDay,
): AdvanceRoom {
  const owed = sumFen(subsidy.map((each) => owedOn(each, day)));
  const advanced = sumFen(moved.filter(({ on }) => on <= day).map(({ amount }) => amount));
  return { owed, advanced, room: owed > advanced ? owed - advanced : 0n };
}

/**
 * Refuses an advance above what is owed of the subsidy: nothing would come to pay it back with. It is looked
 * at on its own day and on every later one on which another was advanced. Codes `subsidy.advanceAboveOwed`.
 */
export function advanceRoomProblems(
  { on, amount }: Pick<SubsidyAdvance, 'on' | 'amount'>,
  subsidy: readonly DatedReceivable[],
  moved: readonly AdvanceMovement[],
): Problem[] {
  const days = [on, ...moved.filter((each) => each.on > on && each.amount > 0n).map((each) => each.on)];
  const rooms = days.map((day) => advanceRoom(subsidy, moved, day));
  const least = rooms.reduce((tightest, each) => (each.room < tightest.room ? each : tightest));
  if (amount <= least.room) return [];
  const facts = { ...least, excess: amount - least.room };
  return [{ code: 'subsidy.advanceAboveOwed', field: 'amount', value: plainYuan(amount), facts }];
}
