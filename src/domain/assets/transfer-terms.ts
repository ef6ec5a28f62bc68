import { addMonths, type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import type { Fen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import type { LifeFacts } from './asset-life';
import { type DepreciationTerms, lostByNow, plannedRows, salvageOn, standAt } from './depreciation';

/**
 * How an asset goes on after a part of it came or went: from the first month that is not booked, over the
 * months that were left, from what the books then have; the salvage by the same share of the cost as before.
 * What stands on accumulated depreciation beside the terms is taken along. Where nothing is left to bear, it
 * stays as it is. Source: product decision "Joint stations".
 * @param moved what of accumulated depreciation came with the part, below zero where it went
 * @returns undefined for an asset that is not depreciated here, or that the books have lost more of than all
 */
export function termsAfterTransfer(
  { terms, booked = new Set(), lastBooked, books }: LifeFacts,
  { to, moved }: { readonly to: Fen; readonly moved: Fen },
): DepreciationTerms | undefined {
  const last = terms.at(-1);
  if (last === undefined) return undefined;
  const next = lastBooked === undefined ? last.from : addMonths(lastBooked, 1);
  const from = next > last.from ? next : last.from;
  const planned = standAt(terms, from)?.accumulated ?? last.accumulated;
  const accumulated = planned + books.accumulated - lostByNow(terms, booked) + moved;
  const net = to - accumulated;
  if (net < 0n) return undefined;
  const left = plannedRows(terms).filter(({ month }) => month >= from).length;
  const proposed = salvageOn(last, to);
  const salvage = left === 0 || proposed > net ? net : proposed;
  return { from, months: Math.max(1, left), cost: to, accumulated, salvage };
}

/** A transfer of a part that stands, of one asset. */
interface StandingTransfer {
  readonly happenedOn: CalendarDay;
  readonly to: Fen;
  /** How many terms had been entered before it. */
  readonly termsBefore: number;
}

/** Terms of one asset, as they stand. */
type NumberedTerms = Pick<DepreciationTerms, 'from' | 'cost'> & {
  readonly number: number;
  readonly entryId: string | null;
};

/**
 * Refuses a month of an asset whose cost a transfer has changed, and whose terms still say the old one.
 * @throws DomainError `depreciation.termsBehind`
 */
export function requireTermsFollow(
  asset: string,
  terms: readonly Pick<NumberedTerms, 'number'>[],
  transfers: readonly StandingTransfer[],
): void {
  const last = terms.at(-1)?.number ?? 0;
  const behind = transfers.findLast(({ termsBefore }) => termsBefore >= last);
  if (behind !== undefined)
    throw new DomainError('depreciation.termsBehind', { asset, day: behind.happenedOn, cost: behind.to });
}

/** An asset with transfers of parts of it, all in the order of their days. */
export interface TransferredAsset {
  readonly asset: string;
  readonly transfers: readonly (StandingTransfer & { readonly entryId: string })[];
  readonly terms: readonly NumberedTerms[];
  /** The months that are booked and stand. */
  readonly booked: readonly Month[];
}

/**
 * Terms that follow from a transfer go on the cost that it left; and no month after it is booked by terms
 * that were there before it.
 */
export function checkTransferTerms(
  { asset, transfers, terms, booked }: TransferredAsset,
  findings: Findings,
): void {
  findings.looked += transfers.length;
  for (const { entryId, to, happenedOn, termsBefore } of transfers) {
    for (const { cost } of terms.filter((each) => each.entryId === entryId && each.cost !== to)) {
      const facts = { asset, keptFen: String(cost), foundFen: String(to) };
      findings.add('check.transferTermsDiffer', { entryId }, facts);
    }
    const months = booked.filter((month) => month > monthOf(happenedOn));
    for (const month of months) {
      const own = terms.findLast(({ from }) => from <= month);
      if (own === undefined || own.number > termsBefore) continue;
      findings.add('check.termsBehind', { entryId }, { asset, month, day: happenedOn });
    }
  }
}
