import { isCalendarDay } from '../calendar/calendar-day';
import { halfWidth } from './half-width';
import type { Problem } from './problem';
import type { TypedField } from './typed-fields';

/** What a citizen's identity number says by itself. */
export interface IdentityNumber {
  /** 18 places, the last a digit or `X`. */
  readonly number: string;
  /** `1936-02-29`; earlier than any day of the books may be. */
  readonly bornOn: string;
  readonly sex: 'man' | 'woman';
}

/** Weights of the first 17 places, and the check character by the remainder to 11: ISO 7064, MOD 11-2. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const PLACES = /^[1-9]\d{16}[\dX]$/;

/**
 * Reads an identity number; what is wrong joins the problems, which never repeat what was typed:
 * `form.missing`, `person.identityLength` (with how many places there are), `person.identityBirth` (no such
 * day, or after `today`), `person.identityCheck` (a digit is mistyped). Source: GB 11643-1999.
 */
export function readIdentityNumber(
  { field, value }: TypedField,
  today: string,
  problems: Problem[],
): IdentityNumber | undefined {
  const number = halfWidth(value).replace(/[\s-]/g, '').toUpperCase();
  const code = identityCode(number, today);
  if (code === undefined) return { number, bornOn: birthOf(number), sex: sexOf(number) };
  const length = code === 'person.identityLength' ? { facts: { length: number.length } } : {};
  problems.push({ code, field, ...length });
  return undefined;
}

function identityCode(number: string, today: string): string | undefined {
  if (number === '') return 'form.missing';
  if (!PLACES.test(number)) return 'person.identityLength';
  if (!isBirthday(birthOf(number)) || birthOf(number) > today) return 'person.identityBirth';
  return checkOf(number) === number.slice(17) ? undefined : 'person.identityCheck';
}

function checkOf(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return CHECKS[sum % 11] ?? '';
}

function birthOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** Whether the day exists, from 1900 on. Years before 1949 have the calendar of two centuries later. */
function isBirthday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  if (year < 1900) return false;
  return isCalendarDay(year < 1949 ? `${String(year + 200)}${day.slice(4)}` : day);
}

function sexOf(number: string): IdentityNumber['sex'] {
  return Number(number[16]) % 2 === 1 ? 'man' : 'woman';
}
