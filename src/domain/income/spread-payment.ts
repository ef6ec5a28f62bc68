import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { type BookableDue, bookableFrom, isWanted, type RentDueStanding, stillToPay } from './rent-states';

/** A contract's dues, and what of those that are booked has not come. */
export interface PaidLease {
  readonly dues: readonly RentDueStanding[];
  /** By the entry that booked it. */
  readonly outstanding: ReadonlyMap<string, Fen>;
}

/** What the money pays: a due that is booked, by its entry, or one that is booked with it. */
export type SpreadLine =
  | { readonly entryId: string; readonly amount: Fen }
  /** Booked whole: what the money does not reach of it stays owed. */
  | { readonly due: BookableDue; readonly amount: Fen };

/** Where a tenant's money goes. */
export interface PaymentSpread {
  readonly lines: readonly SpreadLine[];
  /** What is kept for dues of years to come. */
  readonly ahead: Fen;
  /** What is kept though no due that was chosen takes it: the tenant has paid too much, or too early. */
  readonly left: Fen;
}

/** What payments come to: what is booked and has not come, what falls due with them, what is kept ahead. */
export interface PaymentTotal {
  readonly total: Fen;
  readonly ahead: Fen;
}

/** @param paid the payments it is for, by their first days */
export function paymentTotal(
  lease: PaidLease,
  paid: readonly CalendarDay[],
  receivedOn: CalendarDay,
): PaymentTotal {
  const { booked, now, later } = chosenOf(lease, { paid, receivedOn });
  const ahead = sumFen(later.map(stillToPay));
  return { total: sumFen([...booked.map(({ open }) => open), ...now.map(stillToPay), ahead]), ahead };
}

/** A tenant's money: for which payments, by their first days, when it came, how much. */
export interface PaidMoney {
  readonly paid: readonly CalendarDay[];
  readonly receivedOn: CalendarDay;
  readonly amount: Fen;
}

/**
 * Spreads what a tenant pays over what it is for, the oldest first: what is booked and has not come; then
 * what is of this year or an earlier one, which is booked with it and whole, so that the rest of it is owed;
 * then years to come, for which it is kept. What is left over pays what else of the contract is booked, and
 * is kept where nothing is. A due that is wholly paid ahead waits until it is booked from what is kept.
 * Source: domain facts §2.2, §2.3.
 */
export function spreadPayment(lease: PaidLease, { paid, receivedOn, amount }: PaidMoney): PaymentSpread {
  const { booked, now, later, beside } = chosenOf(lease, { paid, receivedOn });
  let rest = amount;
  const take = (wanted: Fen): Fen => {
    const taken = rest < wanted ? rest : wanted;
    rest -= taken;
    return taken;
  };
  const settled = (open: readonly OpenBooking[]): SpreadLine[] =>
    open.map(({ entryId, open: wanted }) => ({ entryId, amount: take(wanted) }));
  const before = settled(booked);
  const fresh = now.map((due) => ({ due, amount: take(stillToPay(due)) }));
  const ahead = sumFen(later.map((due) => take(stillToPay(due))));
  const lines = [...before, ...fresh, ...settled(beside)].filter((line) => line.amount > 0n);
  return { lines, ahead, left: rest };
}

interface OpenBooking {
  readonly entryId: string;
  readonly open: Fen;
}

/** The dues of a payment: booked ones that are open, those to be booked, those of years to come. */
function chosenOf(
  { dues, outstanding }: PaidLease,
  { paid, receivedOn }: Pick<PaidMoney, 'paid' | 'receivedOn'>,
) {
  const isChosen = ({ payment }: RentDueStanding): boolean => paid.includes(payment.from);
  const openOf = (some: readonly RentDueStanding[]): OpenBooking[] =>
    some.flatMap((due) => {
      const open = due.state === 'booked' ? (outstanding.get(due.entryId) ?? 0n) : 0n;
      return due.state === 'booked' && open > 0n ? [{ entryId: due.entryId, open }] : [];
    });
  const fresh = dues.filter((due) => isChosen(due) && isWanted(due) && stillToPay(due) > 0n);
  const isNow = ({ from }: RentDueStanding): boolean => yearOf(from) <= yearOf(receivedOn);
  return {
    booked: openOf(dues.filter(isChosen)),
    now: fresh.flatMap((due): BookableDue[] => {
      const { amount } = due;
      return amount !== undefined && isNow(due) ? [{ ...due, amount, bookableFrom: bookableFrom(due) }] : [];
    }),
    later: fresh.filter((due) => !isNow(due)),
    beside: openOf(dues.filter((due) => !isChosen(due))),
  };
}
