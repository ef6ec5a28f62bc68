import { type Fen, sumFen, yuanText } from '../money/fen';
import type { Problem } from '../shared/problem';

/** A line of a decided plan, as its claims stand. Fen. */
export interface SettledLine {
  readonly amount: Fen;
  /** What of it became a debt, and what of it will never. */
  readonly granted: Fen;
  readonly released: Fen;
  /** What of its debts is paid. */
  readonly paid: Fen;
}

/** What became of a line: paid, granted and still to pay, not granted yet, given back. Fen. */
export interface LineSettling {
  readonly amount: Fen;
  readonly paid: Fen;
  readonly toPay: Fen;
  readonly left: Fen;
  readonly released: Fen;
}

/** The four parts of a line, which add up to it. */
export function settlingOf({ amount, granted, released, paid }: SettledLine): LineSettling {
  return { amount, paid, toPay: granted - paid, left: amount - granted - released, released };
}

/** What became of all lines together. */
export function settledSum(lines: readonly LineSettling[]): LineSettling {
  const of = (part: keyof LineSettling): Fen => sumFen(lines.map((line) => line[part]));
  return {
    ...{ amount: of('amount'), paid: of('paid'), toPay: of('toPay') },
    ...{ left: of('left'), released: of('released') },
  };
}

/**
 * Why the result of a plan cannot hang yet: something of it is neither granted nor given back, so nobody
 * knows what came of it; or nobody was paid anything. Who waits is told by the sheet of payments.
 * @returns problems `plan.resultLeft`, `plan.resultUnpaid` of the field `heldOn`
 */
export function resultProblems(lines: readonly LineSettling[]): Problem[] {
  const { left, paid, toPay } = settledSum(lines);
  if (left > 0n) return [{ code: 'plan.resultLeft', field: 'heldOn', facts: { left: yuanText(left) } }];
  if (paid > 0n || toPay === 0n) return [];
  return [{ code: 'plan.resultUnpaid', field: 'heldOn', facts: { toPay: yuanText(toPay) } }];
}
