import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { type Chart, mainCodeOf } from '../ledger/chart';
import { signedAmount } from '../ledger/journal-entry';
import { readYuan, sumFen } from '../money/fen';
import { type ClosingStep, lastDayOfYear } from './year-end';

/** A step of a year end as it is kept beside its voucher. */
export interface KeptClosing {
  readonly year: number;
  readonly step: ClosingStep;
  readonly number: number;
  readonly entryId: string;
  readonly decision: { readonly reserves?: Readonly<Record<string, string>> };
}

/**
 * A voucher that closes a year has one row, which names the year, the step and the day it was booked for; a
 * reserve is over what the assembly decided, pool by pool. A voucher of any other kind has none.
 * @param kinds the kinds of source that close a year
 */
export function checkClosing(
  entry: CheckedEntry,
  of: {
    readonly kinds: readonly string[];
    readonly rows: readonly KeptClosing[];
    readonly chart: Chart | undefined;
  },
  findings: Findings,
): void {
  const isOwn = of.kinds.includes(entry.source.kind) && entry.reversesId === undefined;
  if (!isOwn && of.rows.length === 0) return;
  findings.looked += 1;
  const [row] = of.rows;
  const isNamed =
    isOwn &&
    of.rows.length === 1 &&
    row !== undefined &&
    entry.source.id === `${String(row.year)} ${row.step} ${String(row.number)}` &&
    entry.postedOn === lastDayOfYear(row.year);
  if (!isNamed) {
    findings.add('check.closingDiffers', placeOf(entry), { rows: of.rows.length });
    return;
  }
  const taken = entry.postings.filter((line) => mainCodeOf(line.ledgerAccount) === of.chart?.roles.reserve);
  const decision: Readonly<Record<string, string>> = row.decision.reserves ?? {};
  // What was taken without a decision is looked at, too: one that was wiped out decides on nothing.
  for (const pool of new Set([...Object.keys(decision), ...taken.map((line) => line.pool)])) {
    const typed = decision[pool] ?? '';
    const found = -sumFen(taken.filter((line) => line.pool === pool).map(signedAmount));
    // A share in per cent was reckoned on balances of its day, and stands in the voucher alone.
    const decided = typed.includes('%') ? found : (readYuan(typed) ?? 0n);
    if (found === decided) continue;
    const facts = { keptFen: String(decided), foundFen: String(found) };
    findings.add('check.reserveDiffers', { ...placeOf(entry), pool }, facts);
  }
}

/**
 * The rows of the year ends: no step stands twice, so an earlier one was taken back before it was booked
 * again.
 */
export function checkStandingClosings(
  rows: readonly KeptClosing[],
  reversed: ReadonlySet<string>,
  findings: Findings,
): void {
  const standing = new Set<string>();
  for (const { year, step, entryId } of rows) {
    if (reversed.has(entryId)) continue;
    const key = `${String(year)} ${step}`;
    if (standing.has(key)) findings.add('check.closingTwice', { entryId }, { year, step });
    standing.add(key);
  }
}
