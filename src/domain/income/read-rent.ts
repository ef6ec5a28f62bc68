import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { type PaymentSplit, type RentDueStanding, splitPayment, stillToPay } from './rent-states';

/** What a person types when a tenant pays: for which payments, on which day, how much. */
export interface RentPaymentForm {
  /** The first day of the first payment that it is for, and of the last one. */
  readonly paymentFrom: string;
  readonly paymentUpTo: string;
  readonly receivedOn: string;
  readonly amount: string;
  /** How many papers are attached; one where blank. */
  readonly attachments: string;
}

/** A contract's dues, and what of those that are booked has not come. */
export interface PaidLease {
  readonly dues: readonly RentDueStanding[];
  /** By the entry that booked it. */
  readonly outstanding: ReadonlyMap<string, Fen>;
}

/** A tenant's payment as it was read. */
export interface RentPayment extends PaymentSplit {
  readonly receivedOn: CalendarDay;
  /** The entries of what was booked before and is paid with it. */
  readonly booked: readonly string[];
  readonly attachments: number;
}

/** What payments come to: what is booked and has not come, what falls due with them, what is kept ahead. */
export function paymentTotal(
  { dues, outstanding }: PaidLease,
  paid: readonly CalendarDay[],
  receivedOn: CalendarDay,
): { readonly total: Fen; readonly booked: readonly string[]; readonly split: PaymentSplit } {
  const split = splitPayment(dues, paid, receivedOn);
  const booked = dues.flatMap((due) =>
    due.state === 'booked' && paid.includes(due.payment.from) && (outstanding.get(due.entryId) ?? 0n) > 0n
      ? [due.entryId]
      : [],
  );
  const before = sumFen(booked.map((entryId) => outstanding.get(entryId) ?? 0n));
  return { total: before + sumFen(split.now.map(stillToPay)) + split.ahead, booked, split };
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
 * Reads a tenant's payment, or says everything that is wrong with it: it is for whole payments of the
 * contract, to the fen; a part is ticked off as a receipt. Codes `rent.*`, `form.*`, `money.*`, `calendar.*`.
 */
export function readRentPayment(
  form: RentPaymentForm,
  lease: PaidLease,
): { payment: RentPayment; problems: Problem[] } {
  const problems: Problem[] = [];
  readDay({ field: 'receivedOn', value: form.receivedOn }, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const paid = paymentsBetween(lease.dues, { from: form.paymentFrom, upTo: form.paymentUpTo });
  const receivedOn = isCalendarDay(form.receivedOn) ? form.receivedOn : '1949-01-01';
  const { total, booked, split } = paymentTotal(lease, paid, receivedOn);
  const aheadOf = ({ payment, paidAhead }: RentDueStanding): boolean =>
    paid.includes(payment.from) && paidAhead > 0n;
  if (total === 0n) {
    const isPaid = lease.dues.some(aheadOf);
    problems.push({ code: isPaid ? 'rent.paidAhead' : 'rent.nothingToPay', field: 'paymentUpTo' });
  } else if (amount !== undefined && problems.length === 0 && amount !== total) {
    const facts = { due: total, difference: amount - total };
    problems.push({ code: 'rent.notThePayments', field: 'amount', value: form.amount, facts });
  }
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return { payment: { ...split, booked, receivedOn, attachments }, problems };
}
