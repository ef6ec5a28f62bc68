import { type Fen, sumFen } from '../money/fen';

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
