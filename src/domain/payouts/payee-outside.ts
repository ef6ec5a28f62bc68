import { type AccountKind, readPayAccount } from '../collectives/pay-account';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { halfWidth } from '../shared/half-width';

/** Who is paid outside the village: a person by his card, or a firm, shop or office by its account. */
export const PAYEE_KINDS = ['person', 'organisation', 'office'] as const;
export type PayeeKind = (typeof PAYEE_KINDS)[number];

/** Whose a sum is, and where he is paid, as typed. */
export interface PayeeForm {
  readonly payeeName: string;
  readonly payeeKind: string;
  readonly payeeAccount: string;
  readonly payeeBank: string;
  /** The paper that says so: a contract, an invoice. */
  readonly payeePaper: string;
}

/** The name of an account and its number, as they are sealed. */
export interface OutsideAccount {
  readonly name: string;
  readonly account: { readonly kind: AccountKind; readonly number: string; readonly bank: string };
}

export interface ReadPayee extends OutsideAccount {
  readonly kind: PayeeKind;
  readonly paper: string;
}

const LONGEST = 60;
const FIRMS = /^\d{8,32}$/;

/**
 * Reads who is paid and where. A person's card has its check digit; banks agree on none for the accounts of
 * firms. Codes `form.missing`, `form.tooLong`, `form.notAllowed`, `form.privateNumber`, `person.card*`,
 * `payees.accountLength`; none repeats the number.
 */
export function readPayee(form: PayeeForm): { readonly read: ReadPayee; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const words = { payeeName: form.payeeName, payeeBank: form.payeeBank, payeePaper: form.payeePaper };
  for (const [field, value] of Object.entries(words)) {
    if (value.trim() === '') problems.push({ code: 'form.missing', field });
    if ([...value.trim()].length > LONGEST)
      problems.push({ code: 'form.tooLong', field, facts: { max: LONGEST } });
  }
  problems.push(...privateNumberProblems(words));
  const kind = PAYEE_KINDS.find((each) => each === form.payeeKind);
  if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'payeeKind' });
  const number = kind === 'person' ? cardOf(form, problems) : firmsAccountOf(form, problems);
  return {
    read: {
      ...{ name: form.payeeName.trim(), kind: kind ?? 'organisation', paper: form.payeePaper.trim() },
      account: { kind: 'card', number, bank: form.payeeBank.trim() },
    },
    problems,
  };
}

function cardOf({ payeeAccount: value }: PayeeForm, problems: Problem[]): string {
  return readPayAccount({ field: 'payeeAccount', value }, 'card', problems) ?? '';
}

function firmsAccountOf({ payeeAccount }: PayeeForm, problems: Problem[]): string {
  const number = halfWidth(payeeAccount).replace(/[\s-]/g, '');
  if (number === '') problems.push({ code: 'form.missing', field: 'payeeAccount' });
  else if (!FIRMS.test(number)) problems.push({ code: 'payees.accountLength', field: 'payeeAccount' });
  return number;
}

/** Reads what was sealed of an account. */
export function readOutsideAccount(text: string): OutsideAccount {
  const read: unknown = JSON.parse(text);
  if (!isOutsideAccount(read)) throw new Error('what is sealed of an account is not of its form');
  return read;
}

function isOutsideAccount(read: unknown): read is OutsideAccount {
  return typeof read === 'object' && read !== null && 'name' in read && 'account' in read;
}
