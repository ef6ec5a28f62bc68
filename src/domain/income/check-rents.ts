import { rentDues } from '../assets/lease-schedule';
import type { LeaseTerms, TurnoverReport } from '../assets/lease';
import type { CalendarDay } from '../calendar/calendar-day';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { signedAmount } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { duesFromOpening, type OpenedRent, termsFromOpening } from './opened-rent';
import { LEASE_SOURCE } from './rent-advance';
import { termsAsBooked } from './rent-states';
import type { TaxBasis } from '../money/taxed';

/** A due of a contract as the step says it was booked. */
export interface KeptBooking {
  readonly id: string;
  readonly coversFrom: CalendarDay;
  readonly coversTo: CalendarDay;
  readonly amount: Fen;
}

/** Income owed, as far as its contract speaks of it. */
export interface OwedDays {
  readonly sourceId: string;
  readonly coversFrom: CalendarDay | null;
  readonly coversTo: CalendarDay | null;
  readonly amount: Fen;
  /** What comes on top of the contract's rent where the basis is `net`. */
  readonly taxBasis: TaxBasis | null;
  readonly tax: Fen | null;
}

/** Rent of a contract kept for years to come, above zero, or taken of it, below; and whose contract it is. */
export interface KeptAdvanceRow {
  readonly tenantId: string;
  readonly amount: Fen;
}

/**
 * Holds the dues of contracts that an entry booked against what it made owed, and rent kept for years to
 * come, or taken of it, against what each tenant has on the account it is kept on. A reversal has neither.
 * @param payable the account that rent received ahead is kept on
 */
export function checkRents(
  entry: CheckedEntry,
  kept: {
    readonly payable: string;
    readonly bookings: readonly KeptBooking[];
    readonly owed: readonly OwedDays[];
    readonly advances: readonly KeptAdvanceRow[];
  },
  findings: Findings,
): void {
  findings.looked += kept.bookings.length + kept.advances.length;
  for (const booking of kept.bookings) {
    const same = kept.owed.some(
      (each) =>
        each.sourceId === booking.id &&
        each.coversFrom === booking.coversFrom &&
        each.coversTo === booking.coversTo &&
        each.amount - onTop(each) === booking.amount,
    );
    if (same && entry.source.id === booking.id) continue;
    const { coversFrom: from, coversTo: to, amount } = booking;
    findings.add('check.rentDiffers', placeOf(entry), { from, to, keptFen: String(amount) });
  }
  if (entry.reversesId !== undefined) return;
  // What is owed to the owners of a joint station names no asset: it is no rent.
  const lines = entry.postings.filter(
    ({ ledgerAccount, assetId }) => ledgerAccount === kept.payable && assetId !== undefined,
  );
  // Rent received ahead without a contract is written by hand and taken by a receipt: it has no row.
  const { kind } = entry.source;
  const isTaken = kind === 'receipt' && sumFen(lines.map(signedAmount)) < 0n;
  if (kept.advances.length === 0 && kind !== LEASE_SOURCE && !isTaken) return;
  const tenants = [...lines.map(({ counterparty = '' }) => counterparty), ...kept.advances.map(tenantOf)];
  for (const tenant of new Set(tenants)) {
    const own = lines.filter(({ counterparty = '' }) => counterparty === tenant);
    const found = -sumFen(own.map(signedAmount));
    const advances = sumFen(kept.advances.filter((row) => tenantOf(row) === tenant).map((row) => row.amount));
    if (found === advances) continue;
    findings.add('check.advanceDiffers', placeOf(entry), {
      ...{ foundFen: String(found), keptFen: String(advances) },
    });
  }
}

/** Tax that is charged on top of the rent is owed with it and no part of what the contract says. */
function onTop({ taxBasis, tax }: OwedDays): Fen {
  return taxBasis === 'net' ? (tax ?? 0n) : 0n;
}

const tenantOf = ({ tenantId }: KeptAdvanceRow): string => tenantId;

/** A contract as it is now, with what stands booked of it. */
export interface BookedLease {
  readonly number: string;
  readonly terms: LeaseTerms;
  readonly turnovers: readonly TurnoverReport[];
  readonly opened: OpenedRent;
  readonly bookings: readonly (KeptBooking & { readonly entryId: string })[];
}

/**
 * What is booked of a contract is what its terms still say of these days: whoever changes a contract behind
 * the program's back is found by what was booked before.
 */
export function checkSchedule(lease: BookedLease, findings: Findings): void {
  const terms = termsAsBooked(termsFromOpening(lease.terms, lease.opened), lease.bookings);
  const dues = duesFromOpening(rentDues(terms, terms.lastOn, lease.turnovers), lease.opened, lease);
  for (const { coversFrom: from, coversTo: to, amount, entryId } of lease.bookings) {
    findings.looked += 1;
    const due = dues.find((each) => each.from === from && each.to === to);
    if (due?.amount === amount) continue;
    const facts = { number: lease.number, from, to, keptFen: String(amount) };
    findings.add('check.rentNotAgreed', { entryId }, facts);
  }
}
