import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import type { ReadVouchers } from './imported-voucher';
import { requireChartHolds, requireUnsettled } from './journal-entry';
import { type MonthRow, monthsToOpen } from './month-states';

/** What books say of the days on which something may be booked in them. */
interface OpenDays {
  readonly months: readonly MonthRow[];
  readonly today: CalendarDay;
  /** The first day of the present chart; empty where there was no other. */
  readonly chartFrom: CalendarDay;
  /** The last settled day by pool. */
  readonly settledTo: Readonly<Record<string, CalendarDay>>;
}

/**
 * The vouchers of a file whose days take no entry any more, or none yet, each at its line: whoever puts the
 * file right sees all of them at once. Codes `period.beforeBooks`, `period.inFuture`, `period.held`,
 * `period.sealed`, `period.otherChart`, `period.settled`; fields as `line.3.postedOn`.
 */
export function importedDayProblems(
  { entries, lines }: Pick<ReadVouchers, 'entries' | 'lines'>,
  { months, today, chartFrom, settledTo }: OpenDays,
): Problem[] {
  return entries.flatMap((entry, index) => {
    if (!isCalendarDay(entry.postedOn)) return [];
    const refused = refusalOf(() => {
      monthsToOpen(months, entry.postedOn, today);
      requireChartHolds(entry.postedOn, chartFrom);
      requireUnsettled(entry, settledTo);
    });
    if (refused === undefined) return [];
    const field = `line.${String(lines[index])}.postedOn`;
    return [{ code: refused.code, field, value: entry.postedOn, facts: refused.facts }];
  });
}

/** Everything wrong with a file in the order of its lines, as whoever puts it right goes through it. */
export function inLineOrder(problems: readonly Problem[]): Problem[] {
  const lineOf = ({ field }: Problem): number => Number(/^line\.(\d+)/.exec(field)?.[1] ?? 0);
  return [...problems].sort((one, other) => lineOf(one) - lineOf(other));
}

/** The rule that says no to what is asked, if one does. */
function refusalOf(ask: () => void): DomainError | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
