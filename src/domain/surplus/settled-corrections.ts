import { flowEffect, type Pool, type Posting } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';

/** An entry booked after a period was settled that counts in it: a reversal, or what took its place. */
export interface BookedCorrection {
  readonly postings: readonly Posting[];
}

/** What of a settled period was put right afterwards; fen. */
export interface SettledCorrections<Booked extends BookedCorrection> {
  /** What was left over when the period was settled, and with the corrections. */
  readonly decided: Fen;
  readonly corrected: Fen;
  /** What each correction does to the left-over, in the order of the chain. */
  readonly lines: readonly { readonly of: Booked; readonly effect: Fen }[];
}

/**
 * The lines of a statement that say what of the last period was put right. It carries over the corrected
 * left-over, so that the corrections stand in it already: they and the change of the left-over, taken off
 * again, come to zero, and nothing counts twice. Source: product decision "Books" (statement period).
 * @param carriedOver what the statement carries over, corrections and all
 * @returns undefined where none of them moved the pool
 */
export function settledCorrections<Booked extends BookedCorrection>(
  pool: Pool,
  carriedOver: Fen,
  booked: readonly Booked[],
): SettledCorrections<Booked> | undefined {
  const lines = booked
    .map((of) => ({ of, effect: correctionEffect(pool, of) }))
    .filter(({ effect }) => effect !== 0n);
  if (lines.length === 0) return undefined;
  const decided = carriedOver - sumFen(lines.map(({ effect }) => effect));
  const effects = [...lines.map(({ effect }) => effect), decided - carriedOver];
  invariant(sumFen(effects) === 0n, 'corrections of the last period count in its left-over only');
  return { decided, corrected: carriedOver, lines };
}

/** What an entry does to what may be distributed of a pool; a grant settles what was decided. */
export function correctionEffect(pool: Pool, { postings }: BookedCorrection): Fen {
  return flowEffect(postings.filter((line) => line.pool === pool && line.poolFlow !== 'granted'));
}
