import {
  type CalendarDay,
  daysInclusive,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsBetween,
} from '../calendar/calendar-day';
import type { Fen } from '../money/fen';

/** What an asset earned and cost in a month: income above zero, what was taken off it, too. */
export interface AssetMonth {
  readonly month: Month;
  readonly earned: Fen;
  readonly spent: Fen;
  /** The first and the last month in which vouchers of other months were booked that say so, too. */
  readonly bookedFrom?: Month | undefined;
  readonly bookedTo?: Month | undefined;
}

/** Some days, both included. */
export interface DaySpan {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** What one voucher earned or cost for days that it names; `month` is the one the books have it under. */
export interface SpannedResult extends DaySpan {
  readonly month: Month;
  readonly earned: Fen;
  readonly spent: Fen;
  readonly postedOn: CalendarDay;
}

/** What an asset brought and cost by the days it is for. */
export interface AssetMonths {
  readonly months: readonly AssetMonth[];
  /** The days for which it earned something: those a voucher names, of others the whole month. */
  readonly earnedOn: readonly DaySpan[];
}

/**
 * What an asset brought and cost, by the days it is for and not by the voucher that booked it: rent of a year
 * is earned on each of its days, though one month of the books has all of it. Days that begin after the day
 * looked at count for nothing yet. The parts of a voucher come to it: each month has what the running days
 * come to less what the months before it had.
 * @param booked what the books have under each month, all vouchers among it
 * @param spanned what of it names its days
 */
export function byTheirDays(
  booked: readonly AssetMonth[],
  spanned: readonly SpannedResult[],
  day: CalendarDay,
): AssetMonths {
  const months = new Map<Month, AssetMonth>();
  for (const each of booked) add(months, each);
  for (const { month, earned, spent } of spanned) add(months, { month, earned: -earned, spent: -spent });
  const upTo = monthOf(day);
  const whole = [...months.values()].filter(({ month, earned }) => earned > 0n && month <= upTo);
  const begun = spanned.filter(({ from }) => from <= day);
  for (const each of begun) for (const part of monthParts(each)) add(months, part);
  const told = [...months.values()].filter(({ earned, spent }) => earned !== 0n || spent !== 0n);
  return {
    months: told
      .filter(({ month }) => month <= upTo)
      .sort((one, other) => one.month.localeCompare(other.month)),
    earnedOn: [
      ...whole.map(({ month }) => ({ from: firstDayOf(month), to: lastDayOf(month) })),
      ...begun.filter(({ earned }) => earned > 0n).map(({ from, to }) => ({ from, to })),
    ],
  };
}

function add(months: Map<Month, AssetMonth>, part: AssetMonth): void {
  const before = months.get(part.month) ?? { month: part.month, earned: 0n, spent: 0n };
  const all = [before, part];
  months.set(part.month, {
    month: part.month,
    earned: before.earned + part.earned,
    spent: before.spent + part.spent,
    bookedFrom: all.flatMap(({ bookedFrom }) => bookedFrom ?? []).sort()[0],
    bookedTo: all
      .flatMap(({ bookedTo }) => bookedTo ?? [])
      .sort()
      .at(-1),
  });
}

/** What of a voucher is each month's by its days; in one month it is that month's wholly. */
function monthParts({ from, to, earned, spent, postedOn }: SpannedResult): AssetMonth[] {
  const total = BigInt(daysInclusive(from, to));
  const upToEnd = (amount: Fen, month: Month): Fen => {
    const last = lastDayOf(month) < to ? lastDayOf(month) : to;
    return (amount * BigInt(daysInclusive(from, last))) / total;
  };
  let [earnedBefore, spentBefore] = [0n, 0n];
  return monthsBetween(monthOf(from), monthOf(to)).map((month) => {
    const [earnedBy, spentBy] = [upToEnd(earned, month), upToEnd(spent, month)];
    const part = { month, earned: earnedBy - earnedBefore, spent: spentBy - spentBefore };
    [earnedBefore, spentBefore] = [earnedBy, spentBy];
    const posted = monthOf(postedOn);
    return posted === month ? part : { ...part, bookedFrom: posted, bookedTo: posted };
  });
}
