import type { ShareTable } from '../collectives/share-table';
import { addMonths, type CalendarDay, firstDayOf, type Month, monthOf } from '../calendar/calendar-day';

/** A month in whose middle a share table begins: its slip goes by the table of its first day. */
export interface CutMonth {
  readonly month: Month;
  /** The first day of the table by which the whole month is split. */
  readonly by: CalendarDay;
  /** The first month that is split by the new table; undefined where another one begins before that. */
  readonly from: Month | undefined;
}

/**
 * The month that a share table from a day cuts; undefined where it begins with a month, or no table stood
 * before it. Source: product decision "Joint stations", a month goes by the table of its first day.
 * @param tables the first days of the station's tables
 */
export function cutMonth(validFrom: CalendarDay, tables: readonly CalendarDay[]): CutMonth | undefined {
  const month = monthOf(validFrom);
  const first = firstDayOf(month);
  const by = lastUntil(tables, first);
  if (validFrom === first || by === undefined) return undefined;
  const from = addMonths(month, 1);
  const counts = lastUntil([...tables, validFrom], firstDayOf(from)) === validFrom;
  return { month, by, from: counts ? from : undefined };
}

/** The month of a slip where a share table begins in its middle. */
export function cutIn(month: Month, tables: readonly ShareTable[]): CutMonth | undefined {
  const first = firstDayOf(month);
  const days = tables.map(({ validFrom }) => validFrom);
  const within = days.filter((day) => day > first && monthOf(day) === month).sort();
  const last = within.at(-1);
  return last === undefined ? undefined : cutMonth(last, days);
}

function lastUntil(days: readonly CalendarDay[], day: CalendarDay): CalendarDay | undefined {
  return days
    .filter((each) => each <= day)
    .sort()
    .at(-1);
}
