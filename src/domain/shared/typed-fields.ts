import { type CalendarDay, isCalendarDay, isMonth, type Month } from '../calendar/calendar-day';
import { compareQuantities, readQuantity } from '../money/charge';
import { type Fen, isBeyondRange, readYuan } from '../money/fen';
import type { Problem } from './problem';

/** One field of a form as typed. */
export interface TypedField {
  readonly field: string;
  readonly value: string;
}

/** Whether a figure may be nothing. */
export type Least = 'zero' | 'aboveZero';

/**
 * Reads an amount in yuan; what is wrong joins the problems: `form.missing`, `money.notAnAmount`,
 * `money.tooLarge`, `money.notPositive` (nothing, where something is wanted), `money.negative`.
 */
export function readAmount(typed: TypedField, least: Least, problems: Problem[]): Fen | undefined {
  const amount = readYuan(typed.value);
  const code = amountCode(typed.value, amount, least);
  if (code === undefined) return amount;
  problems.push(problemOf(code, typed));
  return undefined;
}

/**
 * Reads a quantity or a price; what is wrong joins the problems: `form.missing`, `form.notAQuantity`,
 * `form.notPositive`.
 */
export function readNumber(typed: TypedField, least: Least, problems: Problem[]): string | undefined {
  const quantity = readQuantity(typed.value);
  if (quantity === undefined) {
    problems.push(problemOf('form.notAQuantity', typed));
    return undefined;
  }
  if (least === 'zero' || compareQuantities(quantity, '0') > 0) return quantity;
  problems.push(problemOf('form.notPositive', typed));
  return undefined;
}

/** What is wrong with a day: `form.missing`, `calendar.notADay`. */
export function dayProblems(typed: TypedField): Problem[] {
  return isCalendarDay(typed.value) ? [] : [problemOf('calendar.notADay', typed)];
}

/** Reads a day; what is wrong joins the problems, as {@link dayProblems} finds it. */
export function readDay(typed: TypedField, problems: Problem[]): CalendarDay | undefined {
  if (isCalendarDay(typed.value)) return typed.value;
  problems.push(...dayProblems(typed));
  return undefined;
}

/** Reads a month; what is wrong joins the problems: `form.missing`, `calendar.notAMonth`. */
export function readMonth(typed: TypedField, problems: Problem[]): Month | undefined {
  if (isMonth(typed.value)) return typed.value;
  problems.push(problemOf('calendar.notAMonth', typed));
  return undefined;
}

/** Days that run backwards: `calendar.reversed` on the last one, with the first. */
export function spanProblems({
  from,
  to,
}: {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}): Problem[] {
  return to < from ? [{ code: 'calendar.reversed', field: 'to', value: to, facts: { from } }] : [];
}

function amountCode(text: string, amount: Fen | undefined, least: Least): string | undefined {
  if (amount === undefined) return isBeyondRange(text) ? 'money.tooLarge' : 'money.notAnAmount';
  if (least === 'aboveZero' && amount <= 0n) return 'money.notPositive';
  return amount < 0n ? 'money.negative' : undefined;
}

/** A blank field is missing, whatever was to stand in it. */
function problemOf(code: string, { field, value }: TypedField): Problem {
  return value.trim() === '' ? { code: 'form.missing', field } : { code, field, value };
}
