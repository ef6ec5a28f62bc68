import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import type { Fen } from '../money/fen';

/** A keeper's cost, of one owner: what he is to bear, what left the keeper for it, what the owner booked. */
export interface CostSides {
  readonly name: string;
  readonly day: CalendarDay;
  readonly owner: string;
  readonly part: Fen;
  /** What was paid out of the owner's money; undefined where there is no payment of his. */
  readonly paid: Fen | undefined;
  /** What the owner's books deducted for it; undefined where they do not have it yet. */
  readonly deducted: Fen | undefined;
}

/** Holds a keeper's costs against the payments they were, and against what his owners deducted for them. */
export function checkKeptCosts(sides: readonly CostSides[], findings: Findings): void {
  findings.looked += sides.length;
  for (const { name, day, owner, part, paid, deducted } of sides) {
    const found = paid === part ? deducted : (paid ?? 0n);
    if (found === undefined || (found === part && paid === part)) continue;
    const facts = { name, day, owner, keptFen: String(part), foundFen: String(found) };
    findings.add('check.keptCost', { month: day.slice(0, 7) }, facts);
  }
}
