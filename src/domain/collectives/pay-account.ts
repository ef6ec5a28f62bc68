import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import type { TypedField } from '../shared/typed-fields';

/** Where a person is paid: a bank card, or the passbook of the subsidies' one-card system. */
export const ACCOUNT_KINDS = ['card', 'passbook'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

const CARD = /^\d{16,19}$/;
const PASSBOOK = /^\d{8,32}$/;
const MOBILE = /^1[3-9]\d{9}$/;

/**
 * Reads the number of an account; what is wrong joins the problems, which never repeat what was typed:
 * `form.missing`, `person.cardLength`, `person.cardCheck` (a digit is mistyped: ISO/IEC 7812-1, Luhn),
 * `person.passbookLength`. A passbook's number has no check digit that banks agree on.
 */
export function readPayAccount(
  { field, value }: TypedField,
  kind: AccountKind,
  problems: Problem[],
): string | undefined {
  const number = plainNumber(value);
  const code = number === '' ? 'form.missing' : accountCode(number, kind);
  if (code === undefined) return number;
  problems.push({ code, field });
  return undefined;
}

function accountCode(number: string, kind: AccountKind): string | undefined {
  if (kind === 'passbook') return PASSBOOK.test(number) ? undefined : 'person.passbookLength';
  if (!CARD.test(number)) return 'person.cardLength';
  return luhnSum(number) % 10 === 0 ? undefined : 'person.cardCheck';
}

/** From the right, every second digit counts double, its own digits added. */
function luhnSum(number: string): number {
  return [...number].reverse().reduce((sum, digit, place) => {
    const counted = place % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return sum + (counted > 9 ? counted - 9 : counted);
  }, 0);
}

/** Reads a mobile number of 11 places: `form.missing`, `person.mobile`. */
export function readMobile({ field, value }: TypedField, problems: Problem[]): string | undefined {
  const number = plainNumber(value).replace(/^\+?86(?=1\d{10}$)/, '');
  if (MOBILE.test(number)) return number;
  problems.push({ code: number === '' ? 'form.missing' : 'person.mobile', field });
  return undefined;
}

function plainNumber(value: string): string {
  return halfWidth(value).replace(/[\s-]/g, '');
}
