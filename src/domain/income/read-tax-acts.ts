import type { CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import type { Pool } from '../ledger/journal-entry';
import { type Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { type TaxPeriodState, taxStateOf } from './tax-states';

/** The booking of a period's tax, as typed. */
export interface PeriodTaxForm {
  readonly postedOn: string;
  readonly attachments?: string;
}

/**
 * Reads the booking of a period's tax: the period is over by the day it is booked, and something of it is
 * still to be booked. Codes `calendar.*`, `tax.nothingOwed`, `tax.periodRuns`, `form.*`.
 */
export function readPeriodTax(
  form: PeriodTaxForm,
  { state, today }: { readonly state: TaxPeriodState; readonly today: CalendarDay },
): { on: CalendarDay; attachments: number; problems: Problem[] } {
  const problems = openProblems(state, today);
  const on = readDay({ field: 'postedOn', value: form.postedOn }, problems);
  if (on !== undefined && on < state.to)
    problems.push({ code: 'tax.beforePeriodEnds', field: 'postedOn', value: on, facts: { to: state.to } });
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return { on: form.postedOn, attachments, problems };
}

/** Why a period's tax is not booked. Codes `form.missing`, `tax.*`. */
export function readTaxWaiver(
  { reason: typed }: { readonly reason: string },
  { state, today }: { readonly state: TaxPeriodState; readonly today: CalendarDay },
): { reason: string; problems: Problem[] } {
  const reason = typed.trim();
  const problems = [...openProblems(state, today), ...privateNumberProblems({ reason })];
  if (reason === '') problems.push({ code: 'form.missing', field: 'reason' });
  return { reason, problems };
}

function openProblems(state: TaxPeriodState, today: CalendarDay): Problem[] {
  const { from, to } = state;
  const name = taxStateOf(state, today);
  if (name === 'wanted' || name === 'waived') return [];
  const code = to > today ? 'tax.periodRuns' : 'tax.nothingOwed';
  return [{ code, field: '', facts: { from, to } }];
}

/** The payment of tax that is owed, as typed. */
export interface TaxPaymentForm {
  readonly taxPool: string;
  readonly paidOn: string;
  readonly amount: string;
  readonly attachments?: string;
}

/** Tax that was paid, out of one pool. */
export interface TaxPayment {
  readonly pool: Pool;
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly attachments: number;
}

/**
 * Reads a payment of tax: no pool pays more than it owes. Codes `form.*`, `calendar.*`, `money.*`,
 * `tax.aboveOwed`.
 */
export function readTaxPayment(
  form: TaxPaymentForm,
  owed: ReadonlyMap<Pool, Fen>,
): { payment: TaxPayment; problems: Problem[] } {
  const problems: Problem[] = [];
  const pool = [...owed.keys()].find((each) => each === form.taxPool);
  if (pool === undefined) problems.push({ code: 'form.notAllowed', field: 'taxPool', value: form.taxPool });
  readDay({ field: 'paidOn', value: form.paidOn }, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const most = pool === undefined ? amount : (owed.get(pool) ?? 0n);
  if (amount > most)
    problems.push({ code: 'tax.aboveOwed', field: 'amount', value: form.amount, facts: { owed: most } });
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return { payment: { pool: pool ?? 'pv', on: form.paidOn, amount, attachments }, problems };
}
