import type { CalendarDay, Month } from '../calendar/calendar-day';
import type { Pool } from './journal-entry';

/** A voucher as its books number it. */
export interface NumberedVoucher {
  readonly entryId: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
}

/** What stands in books, as far as it says whether their opening may still be replaced whole. */
export interface StandingBooks {
  /** The opening that holds; absent where the books began without one. */
  readonly opening: NumberedVoucher | undefined;
  /** The first month that ever was held, opened again or not. */
  readonly heldMonth: Month | undefined;
  /** The first voucher that stands beside the opening. */
  readonly other: NumberedVoucher | undefined;
  /** A pool whose days a distribution has settled. */
  readonly settled: { readonly pool: Pool; readonly to: CalendarDay } | undefined;
  /** What rests on income that was taken over without a voucher of its own. */
  readonly rests: OpeningRest | undefined;
}

/** A note on subsidy that was taken over, or a slip that left out what the opening carries. */
export interface OpeningRest {
  readonly kind: 'note' | 'slip';
  readonly month: Month;
}

/** Why an opening stays, to be said in words. */
export interface StaysOpening {
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/**
 * Why the opening may not be replaced; nothing where it may. What a month was held with, or a later fact
 * counted on, must not change under it: from then on a difference is booked as one.
 * Source: 财会〔2023〕14号, books are kept in order and a closed period is not rewritten.
 */
export function whyOpeningStays(books: StandingBooks): StaysOpening | undefined {
  const { opening, heldMonth, other, settled, rests } = books;
  if (opening === undefined) return { code: 'opening.booksBegun' };
  if (heldMonth !== undefined) return { code: 'opening.monthHeld', facts: { period: heldMonth } };
  if (settled !== undefined) return { code: 'opening.settled', facts: { ...settled } };
  if (other !== undefined) {
    const { voucherYear: year, voucherNumber } = other;
    const number = String(voucherNumber).padStart(4, '0');
    return { code: 'opening.voucherStands', facts: { year, number } };
  }
  if (rests === undefined) return undefined;
  return {
    code: rests.kind === 'note' ? 'opening.noteRests' : 'opening.slipRests',
    facts: { period: rests.month },
  };
}
