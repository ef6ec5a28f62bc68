import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { printedShare } from '../money/printed-share';
import { ratio } from '../money/ratio';
import type { Claim } from '../uses/claim';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';

/** A line of a plan: one bucket of the policy with the claims it pays for. */
export interface PlanLine {
  readonly bucket: string;
  readonly amount: Fen;
  readonly claims: readonly Claim[];
}

/**
 * Gathers claims into lines, one per bucket in the pack's order, and says what is left over.
 * @throws DomainError `plan.aboveDistributable` with the excess in fen: nothing is scaled down silently
 * @throws DomainError `plan.nothingToDistribute`, `plan.withoutClaims`
 */
export function planLines(
  distributable: Fen,
  claims: readonly Claim[],
  bucketOrder: readonly string[],
): { lines: PlanLine[]; planned: Fen; leftOver: Fen } {
  if (distributable <= 0n) throw new DomainError('plan.nothingToDistribute', { distributable });
  if (claims.length === 0) throw new DomainError('plan.withoutClaims');
  const lines = bucketOrder
    .map((bucket) => ({ bucket, claims: claims.filter((claim) => claim.bucket === bucket) }))
    .filter((line) => line.claims.length > 0)
    .map((line) => ({ ...line, amount: sumFen(line.claims.map((claim) => claim.amount)) }));
  const planned = sumFen(lines.map((line) => line.amount));
  invariant(
    planned === sumFen(claims.map((claim) => claim.amount)),
    'every claim stands in one line of the plan',
  );
  if (planned > distributable) {
    throw new DomainError('plan.aboveDistributable', {
      planned,
      distributable,
      excess: planned - distributable,
    });
  }
  return { lines, planned, leftOver: distributable - planned };
}

/** A part of all there is, with the bound in fen that it is held to, where it is held to one. */
export interface SharedPart {
  readonly key: string;
  readonly amount: Fen;
  readonly bound?: { readonly side: 'floor' | 'cap' | 'exact'; readonly amount: Fen } | undefined;
}

/**
 * Shares of the distributable surplus in hundredths of a percent that add up to exactly 100.00, by largest
 * remainder, ties to the smaller key. One that misses the bound beside it is cut to its own side first, and
 * never reads as if it met it. The denominator is the whole, which the sheet prints beside them. The parts
 * are not all zero.
 */
export function printedShares(parts: readonly SharedPart[]): Map<string, number> {
  const whole = sumFen(parts.map(({ amount }) => amount));
  const cut = new Map(
    parts.flatMap((part): [string, bigint][] => {
      const hundredths = missedShare(part, whole);
      return hundredths === undefined ? [] : [[part.key, hundredths]];
    }),
  );
  const rest = parts.filter(({ key }) => !cut.has(key));
  const taken = [...cut.values()].reduce((sum, each) => sum + each, 0n);
  const weights = rest.map(({ key, amount: weight }) => ({ key, weight }));
  const isOnlyCut = rest.every(({ amount }) => amount === 0n);
  const left = isOnlyCut ? [] : allocate(taken < 10_000n ? 10_000n - taken : 0n, weights);
  const shared = new Map([...cut, ...left.map(({ key, amount }) => [key, amount] as const)]);
  return new Map(parts.map(({ key }) => [key, Number(shared.get(key) ?? 0n)]));
}

/** The share of a part that misses its bound; undefined of any other. */
function missedShare({ amount, bound }: SharedPart, whole: Fen): bigint | undefined {
  if (bound === undefined || whole <= 0n) return undefined;
  const isShort = amount < bound.amount && bound.side !== 'cap';
  const isOver = amount > bound.amount && bound.side !== 'floor';
  if (!isShort && !isOver) return undefined;
  const held = ratio(bound.amount, whole);
  return printedShare(amount, whole, isShort ? { atLeast: held } : { atMost: held });
}
