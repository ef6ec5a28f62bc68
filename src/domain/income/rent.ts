import { type CalendarDay, isCalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { type Fen, readYuan } from '../money/fen';
import type { Problem } from '../shared/problem';

/** What a person types for rent or other income that has fallen due; everything is text as typed. */
export interface IncomeDueForm {
  readonly stream: string;
  readonly payer: string;
  readonly coversFrom: string;
  readonly coversTo: string;
  readonly amount: string;
  readonly dueOn: string;
  readonly postedOn: string;
}

/** Income that has fallen due: from whom, for which days, until when. */
export interface IncomeDue {
  readonly stream: 'rent' | 'other';
  readonly payer: string;
  readonly coversFrom: CalendarDay;
  readonly coversTo: CalendarDay;
  readonly amount: Fen;
  readonly dueOn: CalendarDay;
  readonly postedOn: CalendarDay;
  readonly aboutPeriod: Month;
}

/**
 * Reads the form, or says everything that is wrong with it. Codes `form.*`, `calendar.*`, `money.*`,
 * `income.*`.
 */
export function readIncomeDue(form: IncomeDueForm): { due: IncomeDue; problems: Problem[] } {
  const problems: Problem[] = [];
  if (form.stream !== 'rent' && form.stream !== 'other') {
    problems.push({ code: 'form.notAllowed', field: 'stream', value: form.stream });
  }
  if (form.payer.trim() === '') problems.push({ code: 'form.missing', field: 'payer' });
  for (const field of ['coversFrom', 'coversTo', 'dueOn', 'postedOn'] as const) {
    if (!isCalendarDay(form[field])) problems.push({ code: 'calendar.notADay', field, value: form[field] });
  }
  if (isCalendarDay(form.coversFrom) && isCalendarDay(form.coversTo) && form.coversTo < form.coversFrom) {
    problems.push({ code: 'calendar.reversed', field: 'coversTo', value: form.coversTo });
  }
  if (isCalendarDay(form.coversTo) && form.coversTo.slice(0, 4) > form.postedOn.slice(0, 4)) {
    problems.push({ code: 'income.coversLaterYear', field: 'coversTo', value: form.coversTo });
  }
  const amount = readYuan(form.amount);
  if (amount === undefined || amount <= 0n) {
    problems.push({ code: 'money.notAnAmount', field: 'amount', value: form.amount });
  }
  return {
    due: {
      stream: form.stream === 'other' ? 'other' : 'rent',
      payer: form.payer.trim(),
      coversFrom: form.coversFrom,
      coversTo: form.coversTo,
      amount: amount ?? 0n,
      dueOn: form.dueOn,
      postedOn: form.postedOn,
      aboutPeriod: monthOf(form.coversFrom),
    },
    problems,
  };
}
