import type { CalendarDay, Month } from '../calendar/calendar-day';
import { CHART_CHANGE } from '../ledger/chart-mapping';
import { checkParts, type KeptPart } from '../ledger/check-facts';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { GRID } from '../ledger/counterparty';
import { signedAmount } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';

/** Income owed, or a part of it received, as the step keeps it. */
export interface OwedPart {
  readonly pool: string;
  readonly assetId: string;
  readonly stream: string;
  readonly month: string;
  readonly amount: Fen;
}

/** Income owed, and by whom: an id, the grid, or a name of before. */
export interface OwedRow extends OwedPart {
  readonly counterparty: string;
  /** What its slip prints, where tax makes that another amount than what is owed. */
  readonly printed?: Fen;
}

/** What the step keeps of one entry. */
export interface KeptIncome {
  readonly owed: readonly OwedRow[];
  /** The receipt's own amount, and the parts it clears. */
  readonly received: readonly {
    readonly on: CalendarDay;
    readonly amount: Fen;
    readonly parts: readonly OwedPart[];
  }[];
  /** What a notice cut of what was owed, on which day. */
  readonly reduced: readonly { readonly on: CalendarDay; readonly part: OwedPart }[];
  /** What the slip says is the collective's own, its day, and the month it is of. */
  readonly slips: readonly { readonly on: CalendarDay; readonly month: Month; readonly amount: Fen }[];
}

/**
 * Holds what is owed and what was received of it against the receivable account: by pool, asset, stream and
 * month, an entry moves the account by what the step keeps of it; a receipt is the sum of its parts, a slip
 * that of what it makes owed, and an entry booked by a slip has its slip. Day, payer and the month of a slip
 * are those of the entry. A reversal takes the facts back with the entry and has none of its own, nor has
 * what carries balances into another chart: what was owed is owed.
 */
export function checkIncome(
  entry: CheckedEntry,
  given: { readonly receivable: string; readonly kept: KeptIncome },
  findings: Findings,
): void {
  const { owed, received, reduced, slips } = given.kept;
  const moved = new Map<string, { found: Fen; kept: Fen }>();
  const add = (part: OwedPart, side: 'found' | 'kept', amount: Fen): void => {
    const key = keyOf(part);
    const sums = moved.get(key) ?? { found: 0n, kept: 0n };
    moved.set(key, sums);
    sums[side] += amount;
  };
  if (entry.reversesId === undefined && entry.source.kind !== CHART_CHANGE) {
    for (const part of bookedParts(entry, given.receivable)) add(part, 'found', part.amount);
  }
  for (const part of owed) add(part, 'kept', part.amount);
  for (const part of received.flatMap((each) => each.parts)) add(part, 'kept', -part.amount);
  for (const { part } of reduced) add(part, 'kept', -part.amount);
  findings.looked += owed.length + received.length + reduced.length + slips.length;
  for (const [key, { found, kept }] of moved) {
    if (found === kept) continue;
    const [pool = '', assetId = '', stream = '', month = ''] = key.split(' ');
    const facts = { assetId, stream, foundFen: String(found), keptFen: String(kept) };
    findings.add('check.receivableDiffers', { ...placeOf(entry), pool, month }, facts);
  }
  compareSums(entry, given.kept, findings);
  const days = [...received, ...reduced, ...slips].map(({ on }): KeptPart => ({
    ...{ part: 'day', kept: on, found: entry.postedOn },
  }));
  const months = slips.map(({ month: kept }): KeptPart => ({
    part: 'month',
    kept,
    found: entry.aboutPeriod,
  }));
  checkParts(entry, [...days, ...months, ...payersOf(entry, owed, given.receivable)], findings);
}

/** By whom the step says that income is owed, and whom the lines name for it. */
function payersOf(entry: CheckedEntry, owed: readonly OwedRow[], receivable: string): KeptPart[] {
  const [kept, found] = [namedBy(owed), namedBy(bookedParts(entry, receivable))];
  return [...kept].map(([key, names]) => ({
    ...{ part: 'payer', kept: names.sort().join(' '), found: (found.get(key) ?? []).sort().join(' ') },
  }));
}

/** Whom the parts of one pool, asset, stream and month name. */
function namedBy(parts: readonly OwedRow[]): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const part of parts) {
    const own = named.get(keyOf(part));
    if (own === undefined) named.set(keyOf(part), [part.counterparty]);
    else own.push(part.counterparty);
  }
  return named;
}

function keyOf({ pool, assetId, stream, month }: OwedPart): string {
  return [pool, assetId, stream, month].join(' ');
}

/** The lines of an entry on income still to come, signed as the account moves. */
function bookedParts(entry: CheckedEntry, receivable: string): OwedRow[] {
  return entry.postings.flatMap((posting) => {
    const { ledgerAccount, pool, assetId, stream, generationMonth, counterparty = GRID } = posting;
    if (ledgerAccount !== receivable || stream === undefined) return [];
    const [asset, month] = [assetId ?? '', generationMonth ?? ''];
    return [{ pool, assetId: asset, stream, month, amount: signedAmount(posting), counterparty }];
  });
}

function compareSums(entry: CheckedEntry, { owed, received, slips }: KeptIncome, findings: Findings): void {
  for (const { amount, parts } of received) {
    const sum = sumFen(parts.map((part) => part.amount));
    if (sum === amount) continue;
    findings.add('check.receiptSum', placeOf(entry), { keptFen: String(amount), partsFen: String(sum) });
  }
  const due = sumFen(owed.map((part) => part.printed ?? part.amount));
  const isBySlip = entry.source.kind === 'settlement' && entry.reversesId === undefined;
  if (isBySlip && slips.length === 0) findings.add('check.slipMissing', placeOf(entry));
  for (const { amount } of slips.filter((slip) => slip.amount !== due)) {
    findings.add('check.slipDiffers', placeOf(entry), { keptFen: String(amount), owedFen: String(due) });
  }
}
