import type { Fen } from '../money/fen';
import { invariant } from '../shared/invariant';

/** Some fen that went the same way, and what they passed. */
export interface FenWay<What> {
  readonly amount: Fen;
  readonly passed: readonly What[];
}

interface Piece<What> {
  readonly to: FenKnot<What>;
  /** Which of its fen the first of these becomes, counted from 0. */
  readonly from: Fen;
  readonly amount: Fen;
}

/** A stretch of a knot's fen on its way, with what they passed before; without a knot they have arrived. */
interface Walk<What> {
  readonly knot?: FenKnot<What>;
  readonly from: Fen;
  readonly amount: Fen;
  readonly before: readonly What[];
}

/**
 * An amount, fen by fen, tied to the amounts it comes from and goes to. The fen are counted: those that are
 * led on first are those that came first, so that each one has one way, and no way is told twice.
 */
export class FenKnot<What> {
  private readonly pieces: Piece<What>[] = [];
  private led = 0n;
  private reached = 0n;

  constructor(
    readonly what: What,
    readonly amount: Fen,
  ) {}

  /** What leads nowhere yet. */
  get openAfter(): Fen {
    return this.amount - this.led;
  }

  /** What comes from nowhere yet. */
  get openBefore(): Fen {
    return this.amount - this.reached;
  }

  /** Leads as much of what is open here to what is open there as both have, or as much as is said. */
  leadTo(to: FenKnot<What>, most?: Fen): void {
    const both = this.openAfter < to.openBefore ? this.openAfter : to.openBefore;
    const amount = most !== undefined && most < both ? most : both;
    if (amount === 0n) return;
    invariant(amount > 0n, 'no fen is led back');
    this.pieces.push({ to, from: to.reached, amount });
    this.led += amount;
    to.reached += amount;
  }

  /** The ways of the fen that begin here, to where each ends. */
  ways(): FenWay<What>[] {
    const ways: FenWay<What>[] = [];
    const open: Walk<What>[] = [{ knot: this, from: this.reached, amount: this.openBefore, before: [] }];
    for (let walk = open.pop(); walk !== undefined; walk = open.pop()) {
      const { knot, from, amount, before } = walk;
      if (amount === 0n) continue;
      if (knot === undefined) {
        ways.push({ amount, passed: before });
        continue;
      }
      const passed = [...before, knot.what];
      const parts = knot.between(from, from + amount);
      const ends = amount - parts.reduce((sum, part) => sum + part.amount, 0n);
      open.push({ from: 0n, amount: ends, before: passed });
      for (const part of parts.reverse()) {
        open.push({ knot: part.to, from: part.from, amount: part.amount, before: passed });
      }
    }
    return ways;
  }

  /** Where the fen of a stretch go; those that lead nowhere are left out. */
  private between(first: Fen, end: Fen): Piece<What>[] {
    const parts: Piece<What>[] = [];
    let at = 0n;
    for (const piece of this.pieces) {
      const from = at > first ? at : first;
      at += piece.amount;
      const to = at < end ? at : end;
      const begins = at - piece.amount;
      if (to > from) parts.push({ to: piece.to, from: piece.from + (from - begins), amount: to - from });
      if (at >= end) break;
    }
    return parts;
  }
}
