import { type CheckedEntry, type CheckPass, Findings, placeOf, type TakenBack } from './check-pass';
import { type Crossing, crossedIfKnown, crossingsBetween } from './crossing';
import { countsRightly, type SettledDays } from './statement-day';
import { canonicalPosting } from './hash-chain';

/**
 * Reversals: each takes back an entry that stands before it and is none itself, the only one to do so, line
 * by line, and counts where that one counted. What takes back an entry of before a change of the chart stands
 * on the accounts to which that carried it.
 */
export class ReversalsPass implements CheckPass {
  readonly findings = new Findings('reversals');

  /**
   * @param settledBefore by pool the last day of the settled period before the last one
   * @param crossings every change of the chart
   */
  constructor(
    private readonly settledBefore: SettledDays['settledBefore'],
    private readonly crossings: readonly Crossing[],
  ) {}

  take(entry: CheckedEntry): void {
    if (entry.reversesId === undefined) return;
    this.findings.looked += 1;
    const { original } = entry;
    if (original === undefined) {
      this.findings.add('check.reversedMissing', placeOf(entry), { reverses: entry.reversesId });
      return;
    }
    const facts = {
      ofYear: original.voucher.year,
      ofNumber: String(original.voucher.number).padStart(4, '0'),
    };
    const code = wrongOf(entry, original, this.settledBefore);
    if (code !== undefined) this.findings.add(code, placeOf(entry), facts);
    const line = unmirroredLine(entry, original, this.crossings);
    if (line !== undefined) this.findings.add('check.notMirrored', placeOf(entry), { ...facts, line });
  }

  finish(): void {
    // Every reversal was judged by itself.
  }
}

function wrongOf(
  entry: CheckedEntry,
  original: TakenBack,
  settledBefore: SettledDays['settledBefore'],
): string | undefined {
  if (original.isReversal) return 'check.reversalOfReversal';
  if (original.position >= entry.position) return 'check.reversedLater';
  if (original.firstReversal !== entry.position) return 'check.reversedTwice';
  return countsRightly(original, entry, settledBefore) ? undefined : 'check.reversalDay';
}

/** The first line, counted from 1, that is not the other entry's with the opposite amount. */
function unmirroredLine(
  entry: CheckedEntry,
  original: TakenBack,
  crossings: readonly Crossing[],
): number | undefined {
  const crossed = crossingsBetween(crossings, { from: original.postedOn, to: entry.postedOn });
  const count = Math.max(original.postings.length, entry.postings.length);
  for (let index = 0; index < count; index += 1) {
    const [booked, mirror] = [original.postings[index], entry.postings[index]];
    if (booked === undefined || mirror === undefined) return index + 1;
    const [taken] = crossedIfKnown([booked], crossed) ?? [];
    if (taken === undefined) return index + 1;
    const expected = canonicalPosting({ ...taken, amount: -taken.amount });
    if (expected.join('\n') !== canonicalPosting(mirror).join('\n')) return index + 1;
  }
  return undefined;
}
