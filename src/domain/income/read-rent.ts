import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import type { RentDueStanding } from './rent-states';
import { type PaidLease, type PaymentSpread, paymentTotal, spreadPayment } from './spread-payment';

/** What a person types when a tenant pays: for which payments, on which day, how much. */
export interface RentPaymentForm {
  /** The first day of the first payment that it is for, and of the last one. */
  readonly paymentFrom: string;
  readonly paymentUpTo: string;
  readonly receivedOn: string;
  readonly amount: string;
  /** Why it is more or less than the payments come to; blank where it is not. */
  readonly spreadReason?: string;
  /** Why the same sum under another kind of income is another one; blank where none is. */
  readonly twiceReason?: string;
  /** Of rent that is booked with the money: `inclusive` where it holds its tax, and the rate of its paper. */
  readonly taxBasis?: string;
  readonly taxPercent?: string;
  /** How many papers are attached; one where blank. */
  readonly attachments: string;
}

/** A tenant's payment as it was read. */
export interface RentPayment extends PaymentSpread {
  readonly receivedOn: CalendarDay;
  /** Why it is not what the payments come to; blank where it is. */
  readonly reason: string;
  readonly attachments: number;
}

/** The payments from one to another, by their first days. */
export function paymentsBetween(
  dues: readonly RentDueStanding[],
  { from, upTo }: { readonly from: string; readonly upTo: string },
): CalendarDay[] {
  const days = [...new Set(dues.map(({ payment }) => payment.from))];
  return days.filter((day) => day >= from && day <= upTo);
}

/**
 * Reads a tenant's payment, or says everything that is wrong with it. What is more or less than the payments
 * come to, an instalment or what came before a contract ended early, is taken with its reason, which the
 * voucher says. Codes `rent.*`, `form.*`, `money.*`, `calendar.*`.
 */
export function readRentPayment(
  form: RentPaymentForm,
  lease: PaidLease,
): { payment: RentPayment; problems: Problem[] } {
  const problems: Problem[] = [];
  readDay({ field: 'receivedOn', value: form.receivedOn }, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const paid = paymentsBetween(lease.dues, { from: form.paymentFrom, upTo: form.paymentUpTo });
  const receivedOn = isCalendarDay(form.receivedOn) ? form.receivedOn : '1949-01-01';
  const { total } = paymentTotal(lease, paid, receivedOn);
  const typed = (form.spreadReason ?? '').trim();
  const reason = amount === total ? '' : typed;
  problems.push(...privateNumberProblems({ spreadReason: typed }));
  const isPaid = lease.dues.some(({ payment, paidAhead }) => paid.includes(payment.from) && paidAhead > 0n);
  if (total === 0n && reason === '') {
    problems.push({ code: isPaid ? 'rent.paidAhead' : 'rent.nothingToPay', field: 'paymentUpTo' });
  } else if (problems.length === 0 && amount !== total && reason === '') {
    const code = amount < total ? 'rent.notThePayments' : 'rent.abovePayments';
    const facts = { due: total, difference: amount < total ? total - amount : amount - total };
    problems.push({ code, field: 'amount', value: form.amount, facts });
  }
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  const spread = spreadPayment(lease, { paid, receivedOn, amount });
  const payment = { ...spread, receivedOn, reason, attachments };
  return { payment, problems: [...problems, ...paymentTaxProblems(form, spread)] };
}

/**
 * Tax is said where rent is booked: of rent that was booked before it was said then, and a tax on top of the
 * rent is booked before it is paid, for the tenant owes more than the contract's rent. Codes `rent.netFirst`,
 * `rent.taxSaidBefore`.
 */
function paymentTaxProblems({ taxBasis = '', taxPercent = '' }: RentPaymentForm, { lines }: PaymentSpread) {
  const problems: Problem[] = [];
  const booksRent = lines.some((line) => 'due' in line);
  if (taxBasis === 'net') problems.push({ code: 'rent.netFirst', field: 'taxBasis' });
  else if (!booksRent && (taxBasis.trim() !== '' || taxPercent.trim() !== ''))
    problems.push({ code: 'rent.taxSaidBefore', field: 'taxBasis' });
  return problems;
}
