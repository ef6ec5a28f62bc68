import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { Chart } from './chart';
import type { Pool } from './journal-entry';

/** A bank account as typed. */
export interface BankAccountForm {
  readonly label: string;
  readonly bank: string;
  /** The last four digits of its number; the rest is never kept. */
  readonly lastFour: string;
  /** The account of the books that mirrors it; the chart's bank account where blank. */
  readonly ledgerAccount: string;
  /** The only pool of that account, where several bank accounts share it; blank for all. */
  readonly pool: string;
  readonly openedOn: string;
}

/** A bank account and the lines of the books it answers for: those of an account, of one pool or of all. */
export interface BankAccount {
  readonly label: string;
  readonly bank: string;
  readonly lastFour: string;
  readonly ledgerAccount: string;
  readonly pool: Pool | null;
  readonly openedOn: CalendarDay;
}

/** Which lines of the books a bank account answers for. */
export type BooksScope = Pick<BankAccount, 'ledgerAccount' | 'pool'>;

const POOLS: readonly Pool[] = ['pv', 'other', 'members', 'earmarked'];

/**
 * Reads a bank account; a line of the books belongs to one bank account at most. After an account that was
 * closed another may answer for the same lines, from the day after on.
 * @param others the bank accounts there are
 * @returns every problem: `form.missing`, `calendar.notADay`, `bank.lastFourWrong`, `bank.notABankAccount`,
 *   `bank.poolUnknown`, `bank.scopeTaken`
 */
export function readBankAccount(
  form: BankAccountForm,
  chart: Chart,
  others: readonly (BankAccount & { readonly closedOn?: CalendarDay | null })[],
): { account: BankAccount | undefined; problems: Problem[] } {
  const problems = namingProblems(form);
  const openedOn = readDay({ field: 'openedOn', value: form.openedOn }, problems);
  const ledgerAccount = form.ledgerAccount === '' ? chart.roles.bank : form.ledgerAccount;
  if (!isBankLedgerAccount(chart, ledgerAccount)) {
    problems.push({ code: 'bank.notABankAccount', field: 'ledgerAccount', value: ledgerAccount });
  }
  const pool = POOLS.find((each) => each === form.pool) ?? null;
  if (pool === null && form.pool !== '') {
    problems.push({ code: 'bank.poolUnknown', field: 'pool', value: form.pool });
  }
  const taken = others.find(
    (other) => overlaps(other, { ledgerAccount, pool }) && !isAfterEnd(openedOn, other.closedOn),
  );
  if (taken !== undefined) {
    const facts = { other: taken.label };
    problems.push({ code: 'bank.scopeTaken', field: 'ledgerAccount', value: ledgerAccount, facts });
  }
  if (problems.length > 0 || openedOn === undefined) return { account: undefined, problems };
  const { label, bank, lastFour } = form;
  return {
    account: { label: label.trim(), bank: bank.trim(), lastFour, ledgerAccount, pool, openedOn },
    problems,
  };
}

/** Whether an account begins after another was closed. */
function isAfterEnd(openedOn: CalendarDay | undefined, closedOn: CalendarDay | null | undefined): boolean {
  return typeof closedOn === 'string' && openedOn !== undefined && openedOn > closedOn;
}

/** How an account is called, where it is, and the end of its number. */
type Naming = Pick<BankAccount, 'label' | 'bank' | 'lastFour'>;

/** What is wrong with the names of an account. Codes `form.missing`, `bank.lastFourWrong` */
export function namingProblems(form: Naming): Problem[] {
  const problems: Problem[] = [];
  for (const field of ['label', 'bank'] as const) {
    if (form[field].trim() === '') problems.push({ code: 'form.missing', field });
  }
  if (!/^\d{4}$/.test(form.lastFour)) {
    problems.push({ code: 'bank.lastFourWrong', field: 'lastFour', value: form.lastFour });
  }
  return problems;
}

/**
 * Reads what is put right about a bank account: its names and the end of its number. What it mirrors in the
 * books stays, because matches rest on it.
 * @returns every problem: `form.missing`, `bank.lastFourWrong`, `bank.nothingChanged`, `form.privateNumber`
 */
export function readAccountChange(
  form: Naming & { readonly why: string },
  current: Naming,
): { change: Naming & { readonly reason: string }; problems: Problem[] } {
  const [label, bank, lastFour] = [form.label.trim(), form.bank.trim(), form.lastFour];
  const problems = namingProblems(form);
  if (label === current.label && bank === current.bank && lastFour === current.lastFour) {
    problems.push({ code: 'bank.nothingChanged', field: 'lastFour', value: lastFour });
  }
  const reason = form.why.trim();
  if (reason === '') problems.push({ code: 'form.missing', field: 'why' });
  problems.push(...privateNumberProblems({ label, bank, why: reason }));
  return { change: { label, bank, lastFour, reason }, problems };
}

/** The chart's account of money at banks, or a detail account of it. */
export function isBankLedgerAccount(chart: Chart, code: string): boolean {
  return chart.accounts.has(code) && code.startsWith(chart.roles.bank);
}

/** Whether a line could belong to both: one account is the other's or a detail of it, and the pools meet. */
export function overlaps(one: BooksScope, other: BooksScope): boolean {
  const accounts =
    one.ledgerAccount.startsWith(other.ledgerAccount) || other.ledgerAccount.startsWith(one.ledgerAccount);
  return accounts && (one.pool === null || other.pool === null || one.pool === other.pool);
}
