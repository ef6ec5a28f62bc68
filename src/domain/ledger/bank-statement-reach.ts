import { addDays, type CalendarDay, firstDayOf, lastDayOf, type Month } from '../calendar/calendar-day';

/** Days one after the other, the first and the last among them. */
export interface DaySpan {
  readonly from: CalendarDay;
  readonly through: CalendarDay;
}

/** The days on which an account lies at its bank and answers for the books. */
export interface AccountDays {
  /** Its first day, or that of the books where they began later. */
  readonly openedOn: CalendarDay;
  /** The day on which it took over from an account that was closed. */
  readonly answersFrom: CalendarDay | null;
  /** Its last day, where it was closed. */
  readonly closedOn: CalendarDay | null;
}

/** How far the statements of a month reach. */
export interface StatementReach {
  /** The days of the month for which the account wants a statement. */
  readonly wanted: DaySpan;
  /** Those of them that no statement covers, by day: none where the month is covered whole. */
  readonly uncovered: readonly DaySpan[];
}

/**
 * How far the statements of an account reach in a month. It is asked for every day on which it answers for
 * the books, from the first day of its first statement on, because none is taken that begins before it; an
 * account that took over from another, or has no statement at all, is asked from its own first day.
 * @param statements those that stand, in any order; they may overlap
 * @returns undefined where no day of the month is asked for
 */
export function statementReach(
  month: Month,
  account: AccountDays,
  statements: readonly DaySpan[],
): StatementReach | undefined {
  const byDay = [...statements].sort((one, other) => one.from.localeCompare(other.from));
  const begins = account.answersFrom ?? byDay[0]?.from ?? account.openedOn;
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const from = begins > first ? begins : first;
  const { closedOn } = account;
  const through = closedOn !== null && closedOn < last ? closedOn : last;
  return from > through
    ? undefined
    : { wanted: { from, through }, uncovered: uncoveredOf({ from, through }, byDay) };
}

/** The days of a span that none of the statements covers. @param byDay by their first day */
function uncoveredOf({ from, through }: DaySpan, byDay: readonly DaySpan[]): DaySpan[] {
  const uncovered: DaySpan[] = [];
  let next = from;
  for (const statement of byDay) {
    if (statement.from > through) break;
    if (statement.from > next) uncovered.push({ from: next, through: addDays(statement.from, -1) });
    if (statement.through >= next) next = addDays(statement.through, 1);
  }
  if (next <= through) uncovered.push({ from: next, through });
  return uncovered;
}
