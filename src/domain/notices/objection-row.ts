import type { CalendarDay } from '../calendar/calendar-day';

/** An objection to a sheet before this one: its number, its deadline, and what was answered. Of nobody. */
export interface NoticeObjectionRow {
  readonly year: number;
  readonly number: number;
  readonly receivedOn: CalendarDay;
  readonly dueOn: CalendarDay;
  /** `gist` says in the office's words what it was about. */
  readonly answer?: { readonly on: CalendarDay; readonly gist: string; readonly words: string };
}
