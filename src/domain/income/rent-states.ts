import type { LeaseTerms } from '../assets/lease';
import type { RentDue } from '../assets/lease-schedule';
import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';

/** The stream a contract's dues are: an agreed return is no rent. */
export function rentStream({ type }: Pick<LeaseTerms, 'type'>): 'rent' | 'other' {
  return type === 'agreedReturn' ? 'other' : 'rent';
}

/** A due of a contract that stands in the books as income. */
export interface RentBooking {
  readonly coversFrom: CalendarDay;
  readonly entryId: string;
}

/** The terms by which the dues are reckoned: a renewal cuts no days that were booked as one due. */
export function termsAsBooked(
  terms: LeaseTerms,
  bookings: readonly { readonly coversFrom: CalendarDay; readonly coversTo: CalendarDay }[],
): LeaseTerms {
  const renewedFrom = (terms.renewedFrom ?? []).filter(
    (day) => !bookings.some(({ coversFrom, coversTo }) => coversFrom < day && day <= coversTo),
  );
  return { ...terms, renewedFrom };
}

/** Income of the asset from the same payer that was typed by hand, with its days. */
export interface RentByHand {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly amount: Fen;
  readonly entryId: string;
}

/** What the books hold of a contract, and the day they begin. */
export interface RentBooks {
  readonly openedOn: CalendarDay;
  readonly bookings: readonly RentBooking[];
  readonly byHand: readonly RentByHand[];
  /** Rent that was received ahead and not yet taken for a due. */
  readonly advance: Fen;
}

/**
 * How far a due is: `booked`, also where it was typed by hand for its days and amount; `before`, where the
 * books begin after it fell due, so that the opening says what was owed; `unreported` while the turnover is
 * not known; `nothing` where that was none; `bookable` otherwise, from its day on.
 */
export type RentState =
  | { readonly state: 'booked'; readonly entryId: string }
  | { readonly state: 'bookable' | 'before' | 'unreported' | 'nothing' };

/** A due with how far it is, and what of it is paid ahead while it is not booked. */
export type RentDueStanding = RentDue & RentState & { readonly paidAhead: Fen };

/**
 * From which day a due is income: when it is due, or when its days are over where that is earlier; never in
 * a year before its own. Source: domain facts §2.3.
 */
export function bookableFrom({ from, to, dueOn }: Pick<RentDue, 'from' | 'to' | 'dueOn'>): CalendarDay {
  const first = dueOn < to ? dueOn : to;
  const yearBegins = `${String(yearOf(from))}-01-01`;
  return first > yearBegins ? first : yearBegins;
}

/** Each due with how far it is; rent received ahead pays those that are to be booked, by their days. */
export function standingOf(dues: readonly RentDue[], books: RentBooks): RentDueStanding[] {
  let kept = books.advance;
  return dues.map((due) => {
    const state = stateOf(due, books);
    const amount = state.state === 'bookable' ? (due.amount ?? 0n) : 0n;
    const paidAhead = kept < amount ? kept : amount;
    kept -= paidAhead;
    return { ...due, ...state, paidAhead };
  });
}

/**
 * The same of several contracts: a line typed by hand stands for one due of one of them, the first that it
 * fits. What stands for none is left with each contract of its payer: its days may not be booked again.
 */
export function standingOfAll<Each extends { readonly dues: readonly RentDue[]; readonly books: RentBooks }>(
  contracts: readonly Each[],
): (Omit<Each, 'dues'> & { readonly dues: RentDueStanding[]; readonly byHand: readonly RentByHand[] })[] {
  const used = new Set<string>();
  const isFree = ({ entryId }: RentByHand): boolean => !used.has(entryId);
  const standing = contracts.map((contract) => {
    const { books } = contract;
    const dues = standingOf(contract.dues, { ...books, byHand: books.byHand.filter(isFree) });
    for (const due of dues) if (due.state === 'booked') used.add(due.entryId);
    return { ...contract, dues };
  });
  return standing.map((contract) => ({ ...contract, byHand: contract.books.byHand.filter(isFree) }));
}

function stateOf(due: RentDue, { openedOn, bookings, byHand }: RentBooks): RentState {
  const booked = bookings.find(({ coversFrom }) => coversFrom === due.from);
  const typed = byHand.find(
    ({ from, to, amount }) => from === due.from && to === due.to && amount === due.amount,
  );
  const entryId = booked?.entryId ?? typed?.entryId;
  if (entryId !== undefined) return { state: 'booked', entryId };
  if (bookableFrom(due) < openedOn) return { state: 'before' };
  if (due.amount === undefined) return { state: 'unreported' };
  return due.amount === 0n ? { state: 'nothing' } : { state: 'bookable' };
}

/** A due that may be booked, its amount known. */
export type BookableDue = RentDue & {
  readonly amount: Fen;
  readonly bookableFrom: CalendarDay;
  readonly paidAhead: Fen;
};

/** The dues that may be booked up to a day, in the order of their days. */
export function bookableBy(dues: readonly RentDueStanding[], day: CalendarDay): BookableDue[] {
  return dues.flatMap((due) => {
    if (due.state !== 'bookable' || due.amount === undefined) return [];
    const first = bookableFrom(due);
    return first <= day ? [{ ...due, amount: due.amount, bookableFrom: first }] : [];
  });
}

/**
 * What has left the books earns nothing after its day, though its contract goes on: the contract is ended on
 * that day first. Code `rent.afterAsset`.
 * @param dues what is to be booked or kept for later
 */
export function leftProblems(
  dues: readonly RentDue[],
  { leftOn }: { readonly leftOn?: CalendarDay | undefined },
  field: string,
): Problem[] {
  const after = dues.find(({ to }) => leftOn !== undefined && to > leftOn);
  if (after === undefined || leftOn === undefined) return [];
  return [{ code: 'rent.afterAsset', field, value: after.to, facts: { leftOn } }];
}

/** What of a payment is income of the year it came in, or of an earlier one, and what is kept for later. */
export interface PaymentSplit {
  /** Dues that are booked with it. */
  readonly now: readonly BookableDue[];
  /** What is kept as an advance: dues of years to come. */
  readonly ahead: Fen;
}

/** What of a due that is not booked is still to be paid; nothing of one whose turnover is not known. */
export function stillToPay({ amount, paidAhead }: Pick<RentDueStanding, 'amount' | 'paidAhead'>): Fen {
  return (amount ?? 0n) - paidAhead;
}

/**
 * Spreads what a tenant pays at once over the years it is for: what is of this year and not booked falls due
 * with it, what is of later years is kept. What was paid ahead is not asked for again: a due that is wholly
 * paid waits until it is booked from what is kept. Source: domain facts §2.2, §2.3.
 * @param paid the payments it is for, by their first days
 */
export function splitPayment(
  dues: readonly RentDueStanding[],
  paid: readonly CalendarDay[],
  receivedOn: CalendarDay,
): PaymentSplit {
  const own = dues.filter(
    (due) => paid.includes(due.payment.from) && due.state === 'bookable' && stillToPay(due) > 0n,
  );
  const isNow = (due: RentDue): boolean => yearOf(due.from) <= yearOf(receivedOn);
  return {
    now: own.flatMap((due) => {
      const { amount } = due;
      return amount !== undefined && isNow(due) ? [{ ...due, amount, bookableFrom: bookableFrom(due) }] : [];
    }),
    ahead: sumFen(own.filter((due) => !isNow(due)).map(stillToPay)),
  };
}
