import type { Month } from '../calendar/calendar-day';
import { checkParts } from '../ledger/check-facts';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { type Fen, sumFen } from '../money/fen';
import type { DepreciationRow } from './depreciation';

/** The source of a voucher of depreciation. */
export const DEPRECIATION = 'depreciation';

/** What is kept of an asset's month beside the voucher that booked it. */
export interface KeptDepreciation {
  readonly entryId: string;
  readonly assetId: string;
  readonly month: Month;
  readonly amount: Fen;
}

/**
 * Holds what is kept of a voucher of depreciation against it, asset by asset; any other entry has nothing
 * kept. A reversal takes it back with the voucher.
 */
export function checkDepreciated(
  entry: CheckedEntry,
  kept: readonly KeptDepreciation[],
  findings: Findings,
): void {
  const isOwn = entry.source.kind === DEPRECIATION && entry.reversesId === undefined;
  if (!isOwn && kept.length === 0) return;
  findings.looked += 1;
  const lines = isOwn ? entry.postings.filter(({ side }) => side === 'credit') : [];
  for (const assetId of new Set([...lines, ...kept].map((each) => each.assetId))) {
    const booked = sumFen(lines.filter((each) => each.assetId === assetId).map(({ amount }) => amount));
    const held = sumFen(kept.filter((each) => each.assetId === assetId).map(({ amount }) => amount));
    if (booked === held) continue;
    const facts = { kind: DEPRECIATION, foundFen: String(booked), keptFen: String(held) };
    findings.add('check.factDiffers', placeOf(entry), facts);
  }
  const months = kept.map(({ month }) => ({ part: 'month' as const, kept: month, found: entry.aboutPeriod }));
  checkParts(entry, months, findings);
}

/** What is booked of an asset, and what its terms say. */
export interface BookedPlan {
  readonly asset: string;
  readonly rows: readonly DepreciationRow[];
  readonly standing: readonly KeptDepreciation[];
}

/** Every month that stands is booked once, over what the terms say. */
export function checkPlanned({ asset, rows, standing }: BookedPlan, findings: Findings): void {
  findings.looked += standing.length;
  for (const month of new Set(standing.map((each) => each.month))) {
    const own = standing.filter((each) => each.month === month);
    if (own.length > 1) findings.add('check.depreciationTwice', {}, { asset, month, count: own.length });
    const found = rows.find((row) => row.month === month)?.amount ?? 0n;
    for (const { amount } of own.filter((each) => each.amount !== found)) {
      const facts = { asset, month, keptFen: String(amount), foundFen: String(found) };
      findings.add('check.depreciationOther', {}, facts);
    }
  }
}
