import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import type { LineStanding } from './line-results';

/** How much of a list is paid, in how many lines. */
export interface PaidFigures {
  readonly amount: Fen;
  readonly lines: number;
}

/** What was entered in the national system for a list, as somebody noted it. */
export interface NationalEntry extends PaidFigures {
  readonly enteredOn: CalendarDay;
}

/** Where a list stands with the national system. */
export type NationalStanding = 'nothingPaid' | 'waits' | 'overdue' | 'same' | 'differs';

/** What of a list is paid now: a line that came back, or whose payment was taken back, is not. */
export function paidFigures(
  lines: readonly { readonly state: LineStanding; readonly amount: Fen }[],
): PaidFigures {
  const paid = lines.filter(({ state }) => state === 'confirmed');
  return { amount: sumFen(paid.map(({ amount }) => amount)), lines: paid.length };
}

/**
 * Whether what was entered is what is paid.
 * @param entered the last note; undefined where there is none
 * @param asked `paidOn` the day of the first payment that stands, `within` how many days entering may take
 */
export function nationalStanding(
  paid: PaidFigures,
  entered: NationalEntry | undefined,
  asked: { readonly paidOn: CalendarDay | undefined; readonly today: CalendarDay; readonly within: number },
): NationalStanding {
  if (entered !== undefined)
    return entered.amount === paid.amount && entered.lines === paid.lines ? 'same' : 'differs';
  const { paidOn, today, within } = asked;
  if (paid.lines === 0 || paidOn === undefined) return 'nothingPaid';
  return addDays(paidOn, within) < today ? 'overdue' : 'waits';
}

/** A note that a list was entered, as typed. */
export interface NationalEntryForm {
  readonly enteredOn: string;
  /** In yuan, and how many lines, as the system shows them. */
  readonly enteredTotal: string;
  readonly enteredCount: string;
  /** Why they are not what was paid; blank where they are. */
  readonly enteredWhy: string;
}

/**
 * Reads a note; figures that are not what is paid need a reason. Codes `form.*`, `money.*`, `calendar.*`,
 * `national.dayAhead`, `national.beforePaid`, `national.reasonMissing`.
 */
export function readNationalEntry(
  form: NationalEntryForm,
  {
    paid,
    paidOn,
    today,
  }: { readonly paid: PaidFigures; readonly paidOn: CalendarDay; readonly today: CalendarDay },
): { readonly entry: NationalEntry; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { enteredOn: typedDay, enteredTotal, enteredCount, enteredWhy } = form;
  const enteredOn = readDay({ field: 'enteredOn', value: typedDay }, problems) ?? '';
  const amount = readAmount({ field: 'enteredTotal', value: enteredTotal }, 'zero', problems) ?? 0n;
  const count = halfWidth(enteredCount).trim();
  if (!/^\d{1,6}$/.test(count))
    problems.push({
      code: count === '' ? 'form.missing' : 'form.notACount',
      field: 'enteredCount',
      value: enteredCount,
    });
  if (enteredOn !== '' && enteredOn > today)
    problems.push({ code: 'national.dayAhead', field: 'enteredOn', value: typedDay, facts: { today } });
  if (enteredOn !== '' && enteredOn < paidOn)
    problems.push({ code: 'national.beforePaid', field: 'enteredOn', value: typedDay, facts: { paidOn } });
  const entry = { enteredOn, amount, lines: Number(count) };
  const isSame = amount === paid.amount && entry.lines === paid.lines;
  if (problems.length === 0 && !isSame && enteredWhy.trim() === '') {
    const facts = { amount: plainYuan(paid.amount), lines: paid.lines };
    problems.push({ code: 'national.reasonMissing', field: 'enteredWhy', facts });
  }
  return { entry, problems };
}

/** One payment, as it is told to the national system. */
export interface NationalRow {
  readonly village: string;
  /** Of somebody outside the village none. */
  readonly household: number | undefined;
  readonly name: string;
  readonly what: string;
  readonly amount: Fen;
  readonly paidOn: CalendarDay;
  readonly channel: string;
  readonly list: string;
}

/** A column of the table; which there are is data. */
export interface NationalColumn {
  readonly of: keyof NationalRow | 'number';
  readonly head: string;
}

/** The table that is typed over: heads, a line for each payment, and the sum. */
export function nationalTable(columns: readonly NationalColumn[], rows: readonly NationalRow[]): string[][] {
  const cell = (row: NationalRow, of: NationalColumn['of'], place: number): string => {
    if (of === 'number') return String(place + 1);
    const value = row[of];
    return typeof value === 'bigint' ? plainYuan(value) : String(value ?? '');
  };
  return [
    columns.map(({ head }) => head),
    ...rows.map((row, place) => columns.map(({ of }) => cell(row, of, place))),
  ];
}
