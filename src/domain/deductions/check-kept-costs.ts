import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { type Fen, sumFen } from '../money/fen';

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

/** A keeper's cost with what each owner bears of it; below zero where it is what came back of another. */
export interface BorneCost {
  readonly id: string;
  readonly entryId: string;
  readonly name: string;
  readonly day: CalendarDay;
  readonly amount: Fen;
  readonly parts: readonly { readonly owner: string; readonly amount: Fen }[];
}

/**
 * Holds what came back of a keeper's costs: its parts add up to it, it is of a cost that stands, and nobody
 * has more of that back than he bore of it.
 * @param refunded by voucher, of which cost it brought something back
 */
export function checkKeptRefunds(
  costs: readonly BorneCost[],
  refunded: ReadonlyMap<string, string>,
  findings: Findings,
): void {
  for (const back of costs.filter(({ amount }) => amount < 0n)) {
    const cost = costs.find(({ id, amount }) => amount > 0n && id === refunded.get(back.entryId));
    const of = costs.filter((each) => each.amount < 0n && refunded.get(each.entryId) === cost?.id);
    const leftOf = (owner: string): Fen =>
      sumOf(
        [cost, ...of].flatMap((each) => each?.parts ?? []),
        owner,
      );
    const isWhole = sumFen(back.parts.map(({ amount }) => amount)) === back.amount;
    if (cost !== undefined && isWhole && back.parts.every(({ owner }) => leftOf(owner) >= 0n)) continue;
    const { name, day, amount } = back;
    const facts = { name, day, keptFen: String(-amount), costFen: String(cost?.amount ?? 0n) };
    findings.add('check.keptRefund', { month: day.slice(0, 7) }, facts);
  }
}

function sumOf(parts: BorneCost['parts'], owner: string): Fen {
  return sumFen(parts.filter((part) => part.owner === owner).map(({ amount }) => amount));
}
