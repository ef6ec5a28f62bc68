import type { PlanLineMoney } from '../distribution/line-money';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import type { Condition } from '../policy/condition';
import { judge, judgementProblems } from '../policy/judge';
import { atomsOf } from '../policy/quantity';
import { groupedBy } from '../shared/grouped';
import type { Problem } from '../shared/problem';

/** What one list asks of a plan line beside what other lists have of it. Fen. */
export interface LineAsked {
  readonly line: PlanLineMoney;
  readonly amount: Fen;
  /** What stands on other lists that were submitted, and is neither paid nor back. */
  readonly onLists: Fen;
}

/** So much of a plan line on a list. Fen. */
export interface OfLine {
  readonly planLineId: string;
  readonly amount: Fen;
}

/** What may still be paid of a plan line. */
export function roomOf({ line: { promised, paid }, onLists }: Omit<LineAsked, 'amount'>): Fen {
  const left = promised - paid - onLists;
  return left > 0n ? left : 0n;
}

/** What a list asks of each plan line, in the order of its lines. */
export function askedOf(
  lines: ReadonlyMap<string, PlanLineMoney>,
  { own, others }: { readonly own: readonly OfLine[]; readonly others: readonly OfLine[] },
): LineAsked[] {
  const taken = groupedBy(others, ({ planLineId }) => planLineId);
  const sumOf = (parts: readonly OfLine[] = []): Fen => sumFen(parts.map(({ amount }) => amount));
  return [...groupedBy(own, ({ planLineId }) => planLineId)].flatMap(([planLineId, asking]) => {
    const line = lines.get(planLineId);
    return line === undefined ? [] : [{ line, amount: sumOf(asking), onLists: sumOf(taken.get(planLineId)) }];
  });
}

/**
 * Refuses what is above the rest of its plan line, each line by name; where the plan's document says so
 * itself, by its clause, too. Source: rule FY-07x; product decision "Pools and two surpluses" (a payment is
 * refused above its line). Codes `payouts.aboveLine`, `policy.ruleBroken`.
 */
export function roomProblems(asked: readonly LineAsked[]): Problem[] {
  return asked.flatMap((each): Problem[] => {
    const { line, amount, onLists } = each;
    const left = roomOf(each);
    const { name, from, to, paid, promised } = line;
    const facts = { name, from, to, amount, left, excess: amount - left, promised, paid, onLists };
    const above = amount > left ? [{ code: 'payouts.aboveLine', field: 'parts', facts }] : [];
    return [...above, ...documentProblems(each, left)];
  });
}

/** Only the rules about payments that ask for what a line has left. */
function documentProblems({ line: { pack, pool, bucket }, amount }: LineAsked, left: Fen): Problem[] {
  const asking = new Set(pack.rules.filter(({ need }) => need.some(asksForRest)).map(({ id }) => id));
  const facts = { pool, bucket, amount: plainYuan(amount), line_left: plainYuan(left) };
  const judged = judge(pack, { subject: 'payment', facts }).filter(({ ruleId }) => asking.has(ruleId));
  return judgementProblems(judged, { field: 'parts' });
}

function asksForRest(condition: Condition): boolean {
  if (condition.kind !== 'amounts') return false;
  const { left, right } = condition;
  return [left, right].flatMap(atomsOf).some((atom) => atom.kind === 'fact' && atom.id === 'line_left');
}
