import { addMonths, type Month } from '../../src/domain/calendar/calendar-day';

/** A slip that stands, with its voucher. */
interface StandingSlip {
  readonly month: Month;
  readonly entryId: string;
}

/** Takes a slip out of those that stand, where its voucher is one of theirs. */
export function takeOut(slips: StandingSlip[], entryId: string): void {
  const place = slips.findIndex((each) => each.entryId === entryId);
  if (place >= 0) slips.splice(place, 1);
}

/** The month of which no slip stands yet. */
export function monthAfter(slips: readonly StandingSlip[]): Month {
  const last = slips.at(-1)?.month;
  return last === undefined ? '2024-12' : addMonths(last, 1);
}
