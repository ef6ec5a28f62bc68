import { type CalendarDay, isCalendarDay, readDayText, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { Fund, FundLevel } from './asset';
import {
  type ExitWay,
  isLeaving,
  type StandingEvent,
  type Standstill,
  standstillOf,
  stillDaysOf,
} from './asset-life';

/** What of an event the register tells: what an improvement cost and who paid for it; the day it left. */
export interface RegisterEvent extends StandingEvent {
  readonly amount: Fen;
  /** Improvements: the level that paid and the year of its money; none where nobody was asked yet. */
  readonly fundLevel: FundLevel | null;
  readonly fundYear: number | null;
}

/** An asset as the register holds it on a day. */
export interface RegisteredCost extends Standstill {
  readonly cost: Fen;
  readonly funds: readonly Fund[];
  /** The day it left and how; absent while it stands. */
  readonly leftOn?: CalendarDay;
  readonly leftBy?: ExitWay;
}

/**
 * What an asset has cost up to a day, and who paid: what was entered, and every improvement since with the
 * money it was made of, so that funds and cost stay one. A write-down is a loss, not a cost.
 * @param events what happened to it and stands
 * @param day the last that counts; every event where none is said
 */
export function registeredOn(
  entered: { readonly cost: Fen; readonly funds: readonly Fund[] },
  events: readonly RegisterEvent[],
  day?: CalendarDay,
): RegisteredCost {
  const happened = events.filter(({ happenedOn }) => day === undefined || happenedOn <= day);
  const added = happened.filter(({ kind }) => kind === 'improvement').map(fundOf);
  const still = stillDaysOf(happened);
  const left = happened.find(({ kind }) => isLeaving(kind));
  return {
    cost: entered.cost + sumFen(added.map(({ amount }) => amount)),
    funds: [...entered.funds, ...added],
    ...(left === undefined || !isLeaving(left.kind) ? {} : { leftOn: left.happenedOn, leftBy: left.kind }),
    ...standstillOf(happened),
    ...(still.length === 0 ? {} : { still }),
  };
}

/** Of improvements of before, when nobody was asked, the money is of no level the register knows. */
function fundOf({ amount, happenedOn, fundLevel, fundYear }: RegisterEvent): Fund {
  return { level: fundLevel ?? 'other', year: fundYear ?? yearOf(happenedOn), amount };
}

/** The day of a register that was asked for; today where none was, or what was typed is none. */
export function readRegisterDay(
  typed: string | undefined,
  today: CalendarDay,
): { readonly on: CalendarDay; readonly problem?: Problem } {
  const text = (typed ?? '').trim();
  const day = readDayText(text) ?? text;
  if (text === '' || isCalendarDay(day)) return { on: text === '' ? today : day };
  return { on: today, problem: { code: 'calendar.notADay', field: 'on', value: text } };
}
