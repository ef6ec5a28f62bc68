import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
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

/**
 * Shares of the distributable surplus in hundredths of a percent that add up to exactly 100.00, by largest
 * remainder, ties to the smaller key. The denominator is the whole, which the sheet prints beside them. The
 * parts are not all zero.
 */
export function printedShares(
  parts: readonly { readonly key: string; readonly amount: Fen }[],
): Map<string, number> {
  const shares = allocate(
    10_000n,
    parts.map((part) => ({ key: part.key, weight: part.amount })),
  );
  return new Map(shares.map((share) => [share.key, Number(share.amount)]));
}
