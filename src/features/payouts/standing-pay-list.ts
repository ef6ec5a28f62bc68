import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { lineResults, type LineResults, standingOf } from '../../domain/payouts/line-results';
import type { KeptPayList } from './pay-lists.store';

/** A list with what became of its lines as the books have it: whoever tells of payments reads it here. */
export interface StandingPayList extends KeptPayList {
  readonly results: LineResults;
}

/** @param reversedOn the day on which a voucher was reversed, by the voucher */
export function standingList(
  kept: KeptPayList,
  reversedOn: ReadonlyMap<string, CalendarDay>,
): StandingPayList {
  return { ...kept, results: lineResults(kept, reversedOn) };
}

/** The list without lines whose payment was taken back: of those nobody is advised. */
export function withoutTakenBack(kept: StandingPayList): StandingPayList {
  const lines = kept.lines.filter((line) => standingOf(line, kept.results) !== 'takenBack');
  return { ...kept, lines };
}
