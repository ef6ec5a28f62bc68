import type { AssetKind } from '../assets/asset-classes';
import type { LeaseTerms, TurnoverReport } from '../assets/lease';
import { type RentDue, rentDues } from '../assets/lease-schedule';
import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { compareQuantities, readQuantity } from '../money/charge';
import type { Fen } from '../money/fen';
import type { TaxBasis } from '../money/taxed';
import { DomainError } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { type DueInBooks, duesFromOpening, type OpenedRent, termsFromOpening } from './opened-rent';
import { type DueStream, dueStreams } from './stake-income';

/** The stream a contract's dues are: an agreed return is no rent, and what a stake brings is a dividend. */
export function rentStream({
  terms,
  asset,
}: {
  readonly terms: Pick<LeaseTerms, 'type'>;
  readonly asset: { readonly kind: AssetKind };
}): DueStream {
  const [only, ...more] = dueStreams(asset.kind);
  if (only !== undefined && more.length === 0) return only;
  return terms.type === 'agreedReturn' ? 'other' : 'rent';
}

/** A due of a contract that stands in the books as income. */
export interface RentBooking {
  readonly coversFrom: CalendarDay;
  readonly entryId: string;
}

/** The terms by which the dues are reckoned: nothing cuts days that were booked as one due. */
export function termsAsBooked(
  terms: LeaseTerms,
  bookings: readonly { readonly coversFrom: CalendarDay; readonly coversTo: CalendarDay }[],
): LeaseTerms {
  return withCuts(
    terms,
    (day) => !bookings.some(({ coversFrom, coversTo }) => coversFrom < day && day <= coversTo),
  );
}

/** The terms with those of their cuts that are kept. */
function withCuts(terms: LeaseTerms, isKept: (day: CalendarDay) => boolean): LeaseTerms {
  const { renewedFrom = [], changedFrom = [] } = terms;
  return { ...terms, renewedFrom: renewedFrom.filter(isKept), changedFrom: changedFrom.filter(isKept) };
}

/**
 * Every due of a contract by a day. A renewal or a change of rent cuts none that was typed by hand as one: a
 * line stands for the days before it and after it, where these come to its amount and none of them is booked
 * by the contract.
 */
export function duesAsBooked(
  lease: { readonly terms: LeaseTerms; readonly turnovers: readonly TurnoverReport[] },
  until: CalendarDay,
  books: {
    readonly bookings: readonly { readonly coversFrom: CalendarDay; readonly coversTo: CalendarDay }[];
    readonly byHand: readonly RentByHand[];
    readonly opened: OpenedRent;
  },
): DueInBooks[] {
  const { bookings, byHand, opened } = books;
  let terms = termsAsBooked(termsFromOpening(lease.terms, opened), bookings);
  for (const line of byHand) {
    const isBooked = bookings.some(
      ({ coversFrom, coversTo }) => coversFrom <= line.to && line.from <= coversTo,
    );
    const uncut = withCuts(terms, (day) => day <= line.from || line.to < day);
    const isOne = rentDues(uncut, terms.lastOn, lease.turnovers).some((due) => isLineOf(line, due));
    if (isOne && !isBooked) terms = uncut;
  }
  return duesFromOpening(rentDues(terms, until, lease.turnovers), opened, lease);
}

/** Income of the asset from the same payer that was typed by hand, with its days. */
export interface RentByHand {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly amount: Fen;
  readonly entryId: string;
}

/** A due, by its days and its amount, of which somebody said why it is not booked. */
export interface WaivedDue {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly amount: Fen;
  readonly reason: string;
}

/** What the books hold of a contract, and the day they begin. */
export interface RentBooks {
  readonly openedOn: CalendarDay;
  readonly bookings: readonly RentBooking[];
  readonly byHand: readonly RentByHand[];
  readonly waived: readonly WaivedDue[];
  /** Rent that was received ahead and not yet taken for a due. */
  readonly advance: Fen;
}

/**
 * How far a due is: `booked`, also where it was typed by hand for its days and amount; `before`, where the
 * books begin after it fell due, so that the opening says what was owed, or the opening carries it;
 * `unreported` while the turnover is not known; `nothing` where that was none; `bookable` otherwise, from its
 * day on.
 */
export type RentState =
  | { readonly state: 'booked'; readonly entryId: string }
  | { readonly state: 'bookable' | 'before' | 'unreported' | 'nothing' };

/** A due with how far it is, and while it is not booked, what of it is paid ahead. */
export type RentDueStanding = DueInBooks &
  RentState & {
    readonly paidAhead: Fen;
    /** Why it is not to be booked, where somebody said so; it may still be. */
    readonly waived: string | undefined;
  };

/**
 * From which day a due is income: when it is due, or when its days are over where that is earlier; never in
 * a year before its own, nor before the books. Source: domain facts §2.3.
 */
export function bookableFrom(due: Pick<DueInBooks, 'from' | 'to' | 'dueOn' | 'booksFrom'>): CalendarDay {
  const first = incomeFrom(due);
  const { booksFrom = first } = due;
  return first > booksFrom ? first : booksFrom;
}

function incomeFrom({ from, to, dueOn }: Pick<RentDue, 'from' | 'to' | 'dueOn'>): CalendarDay {
  const first = dueOn < to ? dueOn : to;
  const yearBegins = `${String(yearOf(from))}-01-01`;
  return first > yearBegins ? first : yearBegins;
}

/** Each due with how far it is; rent received ahead pays those that are to be booked, by their days. */
export function standingOf(dues: readonly DueInBooks[], books: RentBooks): RentDueStanding[] {
  let kept = books.advance;
  return dues.map((due) => {
    const state = stateOf(due, books);
    const waived = waiverOf(due, books);
    const standing = { ...due, ...state, paidAhead: 0n, waived };
    const amount = isWanted(standing) ? (due.amount ?? 0n) : 0n;
    const paidAhead = kept < amount ? kept : amount;
    kept -= paidAhead;
    return { ...standing, paidAhead };
  });
}

/**
 * The same of several contracts: a line typed by hand stands for one due of one of them, the first that it
 * fits. What stands for none is left with each contract of its payer: its days may not be booked again.
 */
export function standingOfAll<
  Each extends { readonly dues: readonly DueInBooks[]; readonly books: RentBooks },
>(
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

/** A due of other days, or of another amount since a change, is another one: nobody spoke of it. */
function waiverOf({ from, to, amount }: RentDue, { waived }: RentBooks): string | undefined {
  return waived.find((each) => each.from === from && each.to === to && each.amount === amount)?.reason;
}

function stateOf(due: DueInBooks, { openedOn, bookings, byHand }: RentBooks): RentState {
  const booked = bookings.find(({ coversFrom }) => coversFrom === due.from);
  const typed = byHand.find((line) => isLineOf(line, due));
  const entryId = booked?.entryId ?? typed?.entryId;
  if (entryId !== undefined) return { state: 'booked', entryId };
  if (isBefore(due, openedOn)) return { state: 'before' };
  if (due.amount === undefined) return { state: 'unreported' };
  return due.amount === 0n ? { state: 'nothing' } : { state: 'bookable' };
}

/** It fell due before the books and not for days of theirs, or the opening carries all of it. */
function isBefore(due: DueInBooks, openedOn: CalendarDay): boolean {
  if (due.carried !== undefined && due.amount === 0n) return true;
  return incomeFrom(due) < openedOn && due.dueOn < openedOn && due.isKeptFor !== true;
}

function isLineOf(line: RentByHand, due: RentDue): boolean {
  return line.from === due.from && line.to === due.to && line.amount === due.amount;
}

/** A due that may be booked, its amount known. */
export type BookableDue = DueInBooks & {
  readonly amount: Fen;
  readonly bookableFrom: CalendarDay;
  readonly paidAhead: Fen;
  readonly waived: string | undefined;
};

/** The dues that may be booked up to a day, in the order of their days. */
export function bookableBy(dues: readonly RentDueStanding[], day: CalendarDay): BookableDue[] {
  return dues.flatMap((due) => {
    if (due.state !== 'bookable' || due.amount === undefined) return [];
    const first = bookableFrom(due);
    return first <= day ? [{ ...due, amount: due.amount, bookableFrom: first }] : [];
  });
}

/** The due that begins on a day, where it may be booked. @throws DomainError `rent.noSuchDue` */
export function requireBookable(dues: readonly RentDueStanding[], from: CalendarDay): BookableDue {
  const due = bookableBy(dues, '2199-12-31').find((each) => each.from === from);
  if (due === undefined) throw new DomainError('rent.noSuchDue', { from });
  return due;
}

/** Those of them that are still to be booked: nobody said why they are not. */
export function wantedBy(dues: readonly RentDueStanding[], day: CalendarDay): BookableDue[] {
  return bookableBy(dues, day).filter(({ waived }) => waived === undefined);
}

/**
 * What of a rent by turnover cannot be reckoned though its days are over: nobody has reported the turnover.
 */
export function unreportedBy(dues: readonly RentDueStanding[], day: CalendarDay): RentDueStanding[] {
  return dues.filter(({ state, to, waived }) => state === 'unreported' && to <= day && waived === undefined);
}

/**
 * What was said not to be booked is booked once that is withdrawn, with its reason. Code `rent.isWaived`.
 */
export function waivedProblems({ waived }: Pick<RentDueStanding, 'waived'>): Problem[] {
  if (waived === undefined) return [];
  return [{ code: 'rent.isWaived', field: 'postedOn', facts: { reason: waived } }];
}

/**
 * Rent that was paid ahead came with a paper: where the due before it was taxed, this one says its rate, too,
 * 0 where its part is not taxed. Left blank, the tax of the years to come would be counted as received. Where
 * the tax was within it, one on top would leave the tenant owing more than he paid: that is asked.
 * Codes `rent.taxOfAdvance`, `rent.basisOfAdvance`. Source: domain facts §6.3, inclusive or net is stated on
 * every receipt.
 * @param booked the dues of the contract that are booked, the last one last
 */
export function aheadTaxProblems(
  { paidAhead }: Pick<BookableDue, 'paidAhead'>,
  { taxBasis = '', taxPercent = '', taxOnTop = '' }: AheadTaxForm,
  booked: readonly TaxedDue[],
): Problem[] {
  const before = booked.findLast(({ tax = 0n }) => tax > 0n);
  if (paidAhead <= 0n || before === undefined) return [];
  const facts = { amount: before.amount, tax: before.tax ?? 0n };
  if (taxPercent.trim() === '') return [{ code: 'rent.taxOfAdvance', field: 'taxPercent', facts }];
  const isTaxed = compareQuantities(readQuantity(taxPercent) ?? '0', '0') > 0;
  const isTurned = before.taxBasis === 'inclusive' && taxBasis === 'net' && isTaxed && taxOnTop.trim() === '';
  return isTurned ? [{ code: 'rent.basisOfAdvance', field: 'taxOnTop', facts }] : [];
}

/** What is said of tax where a due is booked; `yes` where the tax is to be paid on top all the same. */
interface AheadTaxForm {
  readonly taxBasis?: string | undefined;
  readonly taxPercent?: string | undefined;
  readonly taxOnTop?: string | undefined;
}

/** A due as it was booked. */
interface TaxedDue {
  readonly amount: Fen;
  readonly tax?: Fen | undefined;
  readonly taxBasis?: TaxBasis | undefined;
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

/** Whether a due is still to be booked, on whatever day. */
export function isWanted({ state, waived }: RentDueStanding): boolean {
  return state === 'bookable' && waived === undefined;
}

/** What of a due that is not booked is still to be paid; nothing of one whose turnover is not known. */
export function stillToPay({ amount, paidAhead }: Pick<RentDueStanding, 'amount' | 'paidAhead'>): Fen {
  return (amount ?? 0n) - paidAhead;
}
