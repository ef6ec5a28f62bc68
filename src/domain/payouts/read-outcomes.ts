import type { CalendarDay } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** Why a bank sends money back. */
export const RETURN_KINDS = ['wrongNumber', 'wrongName', 'closed', 'frozen', 'wrongBank', 'other'] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

/** What the bank did, as typed: the lines by their numbers. */
export interface OutcomeForm {
  readonly bankDay: string;
  /** With commas or blanks between; every open line where blank. */
  readonly lineNumbers: string;
  readonly returnKind: string;
  readonly returnWords: string;
}

/** What the bank did with some lines. */
export interface ReadOutcome {
  readonly day: CalendarDay;
  /** Undefined: every line that is open. */
  readonly numbers: readonly number[] | undefined;
  readonly kind: ReturnKind | undefined;
  readonly words: string;
}

/**
 * Reads what the bank did; a return says why, and what was paid says none. Codes `form.*`,
 * `calendar.notADay`, `payouts.lineNumbers`, `payouts.paidWithReason`.
 */
export function readOutcome(
  form: OutcomeForm,
  isReturn: boolean,
): { readonly read: ReadOutcome; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const day = readDay({ field: 'bankDay', value: form.bankDay }, problems) ?? '';
  const typed = form.lineNumbers.split(/[\s,，、]+/u).filter((each) => each !== '');
  const numbers = typed.map((each) => lineNumber(each));
  if (numbers.includes(0))
    problems.push({ code: 'payouts.lineNumbers', field: 'lineNumbers', value: form.lineNumbers });
  if (isReturn && typed.length === 0) problems.push({ code: 'form.missing', field: 'lineNumbers' });
  const kind = RETURN_KINDS.find((each) => each === form.returnKind);
  if (isReturn && kind === undefined)
    problems.push({
      code: form.returnKind === '' ? 'form.missing' : 'form.notAllowed',
      field: 'returnKind',
      value: form.returnKind,
    });
  const words = form.returnWords.trim();
  if (isReturn && kind === 'other' && words === '')
    problems.push({ code: 'form.missing', field: 'returnWords' });
  problems.push(...privateNumberProblems({ returnWords: words }), ...paidWithReason(form, isReturn));
  const wanted = typed.length === 0 ? undefined : [...new Set(numbers)];
  return { read: { day, numbers: wanted, kind, words }, problems };
}

/** What was paid has no reason why it came back: one of the two was forgotten to be chosen. */
function paidWithReason({ returnKind, returnWords }: OutcomeForm, isReturn: boolean): Problem[] {
  if (isReturn) return [];
  return Object.entries({ returnKind, returnWords }).flatMap(([field, value]) =>
    value.trim() === '' ? [] : [{ code: 'payouts.paidWithReason', field }],
  );
}

/** The number of a line as typed, in wide figures too; 0 where it is none. */
function lineNumber(typed: string): number {
  const plain = halfWidth(typed);
  return /^[1-9]\d{0,5}$/.test(plain) ? Number(plain) : 0;
}
