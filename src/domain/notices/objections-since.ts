import type { CalendarDay } from '../calendar/calendar-day';
import { type Objection, objectionState } from './objection';
import type { NoticeObjectionRow } from './objection-row';

/** A row as a sheet printed it, with what came of it after the sheet was published. */
export interface RowSince extends NoticeObjectionRow {
  /** What was answered since; absent where the sheet tells the answer itself, or none was given. */
  readonly since?: NonNullable<NoticeObjectionRow['answer']>;
  /** Whether it waits past its deadline. */
  readonly isOverdue: boolean;
}

/**
 * What a sheet tells of objections to those before it, as it stands on a day: paper says for good that one
 * had no answer, its page says what was answered since, or that the deadline went by.
 */
export function rowsSince(
  rows: readonly NoticeObjectionRow[],
  objections: readonly Objection[],
  day: CalendarDay,
): RowSince[] {
  return rows.map((row) => {
    const now = objections.find(({ year, number }) => year === row.year && number === row.number) ?? row;
    const isOverdue = row.answer === undefined && objectionState(now, day) === 'overdue';
    const isNew = row.answer === undefined && now.answer !== undefined && now.answer.on <= day;
    return { ...row, isOverdue, ...(isNew ? { since: now.answer } : {}) };
  });
}
