import type { Month } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { PRIOR_YEAR } from './surplus-movements';

/**
 * Whether what a step books may take the place of what another booked: the same, a voucher written by hand
 * that of an imported or a recurring one, and the correction of an earlier year that of any.
 */
export function takesPlaceOf(kind: string, corrected: string): boolean {
  return kind === PRIOR_YEAR.correction || placesFor(kind).includes(corrected);
}

/** The kinds of vouchers whose place one of a kind takes, but for the correction of an earlier year. */
export function placesFor(kind: string): readonly string[] {
  return kind === 'manual' ? [kind, 'imported', 'recurring'] : [kind];
}

/** The kinds of vouchers that take the place of one of a kind, but for the correction of an earlier year. */
export function placesTakenOf(kind: string): readonly string[] {
  return kind !== 'manual' && placesFor('manual').includes(kind) ? [kind, 'manual'] : [kind];
}

/** A reversed voucher of a closed year that waits to be entered anew. */
export interface WaitingPlace {
  readonly entryId: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly aboutPeriod: Month;
  readonly amount: Fen;
  /** Why it was reversed. */
  readonly reason: string;
}

/** What is known of a fact that may take the place of a reversed voucher of the same use. */
export interface FactOfClaim {
  /** The month of work where each month is owed once: it takes its own month's place by itself. */
  readonly month?: Month | undefined;
  /** The voucher that booked the same paper before: its place is taken by itself, too. */
  readonly before?: string | undefined;
  /** The vouchers of other claims of the same use: none of their places is taken unasked. */
  readonly others?: readonly string[] | undefined;
}

/** The same, with what was answered where it takes none by itself. */
export interface PlaceAsked extends FactOfClaim {
  /** The voucher whose place it takes, or {@link ANOTHER}; blank where nobody said. */
  readonly placeOf?: string | undefined;
}

/** The answer that it takes no place: it is another paper, which nobody reversed. */
export const ANOTHER = 'another';

/** Of the vouchers that wait those that are asked about; none where it takes a place by itself. */
export function placesAsked(waiting: readonly WaitingPlace[], fact: FactOfClaim): readonly WaitingPlace[] {
  if (ownPlace(waiting, fact) !== undefined) return [];
  const { month, others = [] } = fact;
  if (month === undefined) return waiting;
  // Of another month only where the day was what was wrong; of the same one where the claim may have been.
  return waiting.filter(
    ({ entryId, aboutPeriod, reason }) =>
      reason === 'wrongDate' || (aboutPeriod === month && others.includes(entryId)),
  );
}

/**
 * Why no place is taken: nobody said which, that one does not wait, or another was said of what takes its own
 * whatever is answered.
 */
type PlaceFault = 'reentry.placeAsked' | 'reentry.placeUnknown' | 'reentry.placeOwn';

/** Whose place is taken, if any, or why that cannot be told. */
export function placeTaken(
  waiting: readonly WaitingPlace[],
  { placeOf = '', ...fact }: PlaceAsked,
): { readonly entryId?: string | undefined; readonly fault?: PlaceFault } {
  const own = ownPlace(waiting, fact);
  if (own !== undefined) {
    const isOwn = placeOf === '' || placeOf === own.entryId;
    return isOwn ? { entryId: own.entryId } : { fault: 'reentry.placeOwn' };
  }
  const asked = placesAsked(waiting, fact);
  if (placeOf === ANOTHER) return {};
  if (placeOf === '') return asked.length === 0 ? {} : { fault: 'reentry.placeAsked' };
  const isThere = asked.some(({ entryId }) => entryId === placeOf);
  return isThere ? { entryId: placeOf } : { fault: 'reentry.placeUnknown' };
}

/** The place that something owed anew takes by itself. */
export function ownPlace(
  waiting: readonly WaitingPlace[],
  { month, before, others = [] }: FactOfClaim,
): WaitingPlace | undefined {
  return waiting.find(
    ({ entryId, aboutPeriod }) => entryId === before || (aboutPeriod === month && !others.includes(entryId)),
  );
}
