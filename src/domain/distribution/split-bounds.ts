import { compareRatios, type Ratio, ratio } from '../money/ratio';
import type { Facts } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { exactFen, missingOf, roundedDown, roundedUp } from './stated-amount';
import type { Bounds, SplitUse, UsePart } from './split-use';

/** The bounds of a use; one that still wants a number is none here, and {@link partProblems} refuses it. */
export function boundsOf({ floor, cap }: SplitUse): Bounds {
  const [lower, upper] = [floor && exactFen(floor), cap && exactFen(cap)];
  return {
    floor: lower,
    cap: upper,
    least: lower && roundedUp(lower),
    most: upper && roundedDown(upper),
  };
}

/** Whether an amount, exact, keeps within both bounds. */
export function keepsBounds(amount: Ratio, { floor, cap }: Bounds): boolean {
  return (
    (floor === undefined || compareRatios(amount, floor) >= 0) &&
    (cap === undefined || compareRatios(amount, cap) <= 0)
  );
}

/**
 * Why a use cannot have its part: a number is missing, its gate is not open, its bounds leave no whole fen
 * between them, or the amount, in whole fen against the exact bound, lies outside. Codes `split.undecided`,
 * `split.gateUndecided`, `split.gateClosed`, `split.boundsCross`, `split.belowFloor`, `split.aboveCap`.
 */
export function partProblems(part: UsePart): Problem[] {
  const { use } = part;
  const problem = (code: string, facts: Facts): Problem => ({
    code,
    field: `uses.${use.id}`,
    facts: { use: use.name, ...facts },
  });
  const { take, floor, cap } = use;
  const missing = [...new Set([take, floor, cap].flatMap((stated) => (stated ? missingOf(stated) : [])))];
  if (missing.length > 0) return [problem('split.undecided', { missing })];
  return [...gateProblems(part, problem), ...boundProblems(part, problem)];
}

type Say = (code: string, facts: Facts) => Problem;

function gateProblems({ use: { gate }, amount }: UsePart, problem: Say): Problem[] {
  if (gate === undefined || gate.outcome === 'passed' || amount === 0n) return [];
  const facts = { amount, rule: gate.ruleId };
  return gate.outcome === 'failed'
    ? [problem('split.gateClosed', facts)]
    : [problem('split.gateUndecided', { ...facts, missing: gate.missing })];
}

function boundProblems({ amount, bounds }: UsePart, problem: Say): Problem[] {
  const { least, most } = bounds;
  if (least !== undefined && most !== undefined && least > most)
    return [problem('split.boundsCross', { least, most })];
  if (keepsBounds(ratio(amount, 1n), bounds)) return [];
  if (least !== undefined && amount < least)
    return [problem('split.belowFloor', { amount, least, shortfall: least - amount })];
  return most === undefined ? [] : [problem('split.aboveCap', { amount, most, excess: amount - most })];
}
