import { addDays, type CalendarDay, firstDayOf, monthOf } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { type TaxDays, taxPeriodOf } from './tax-period';
import { TAX_SPANS, type TaxSpan } from './vat';

/** Not registered and asked for no returns, or registered as a small seller by the simple method. */
export const TAX_KINDS = ['none', 'smallScale'] as const;
export type TaxKind = (typeof TAX_KINDS)[number];

/** What the tax office has a collective down as, from a day on. */
export interface TaxStatus {
  readonly validFrom: CalendarDay;
  readonly kind: TaxKind;
  readonly span: TaxSpan;
}

/** What a person types of it; everything is text as typed. */
export interface TaxStatusForm {
  readonly taxKind: string;
  /** The first day it holds: the first of a month. */
  readonly taxFrom: string;
  readonly taxSpan: string;
  /** The tax office's paper by its title and number. */
  readonly byPaper: string;
}

/** A status as it was read. */
export interface ReadTaxStatus extends TaxStatus {
  readonly paper: string;
}

/**
 * Reads the status, or says what is wrong with it: it begins with a month, since a tax period does, and
 * stands on a paper. Codes `form.*`, `calendar.*`, `tax.notAMonthsStart`.
 */
export function readTaxStatus(form: TaxStatusForm): { status: ReadTaxStatus; problems: Problem[] } {
  const problems: Problem[] = [];
  const kind = TAX_KINDS.find((each) => each === form.taxKind);
  if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'taxKind', value: form.taxKind });
  const span = TAX_SPANS.find((each) => each === form.taxSpan);
  if (span === undefined) problems.push({ code: 'form.notAllowed', field: 'taxSpan', value: form.taxSpan });
  const from = readDay({ field: 'taxFrom', value: form.taxFrom }, problems);
  if (from !== undefined && from !== firstDayOf(monthOf(from)))
    problems.push({ code: 'tax.notAMonthsStart', field: 'taxFrom', value: from });
  const paper = form.byPaper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'byPaper' });
  problems.push(...privateNumberProblems({ byPaper: paper }));
  const status = { kind: kind ?? 'none', span: span ?? 'quarter', validFrom: form.taxFrom, paper };
  return { status, problems };
}

/** Nobody has said anything: a village collective is not registered. Unconfirmed: domain facts §6.3. */
export const UNSAID: TaxStatus = { validFrom: '0000-01-01', kind: 'none', span: 'quarter' };

/** The status of a day: of several from the same day the one said last. */
export function taxStatusOn(statuses: readonly TaxStatus[], day: CalendarDay): TaxStatus {
  const begun = statuses.filter(({ validFrom }) => validFrom <= day);
  return begun.reduce((last, each) => (each.validFrom >= last.validFrom ? each : last), UNSAID);
}

/** A tax period with the status it is of. */
export interface TaxPeriod extends TaxDays {
  readonly kind: TaxKind;
  readonly span: TaxSpan;
}

/**
 * The tax periods from the books' first day up to a day, the one that runs included. Where the status changes
 * within one, it ends on the day before.
 * @param statuses in the order in which they were said
 */
export function taxPeriods(
  { openedOn, today }: { readonly openedOn: CalendarDay; readonly today: CalendarDay },
  statuses: readonly TaxStatus[],
): TaxPeriod[] {
  const periods: TaxPeriod[] = [];
  for (let day = openedOn; day <= today;) {
    const { kind, span } = taxStatusOn(statuses, day);
    const whole = taxPeriodOf(day, span);
    const change = statuses
      .map(({ validFrom }) => validFrom)
      .filter((from) => from > day && from <= whole.to)
      .sort()[0];
    const to = change === undefined ? whole.to : addDays(change, -1);
    periods.push({ from: day > whole.from ? day : whole.from, to, kind, span });
    day = addDays(to, 1);
  }
  return periods;
}
