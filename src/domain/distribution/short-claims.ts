import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { oddFenReasons, type Reason } from '../money/odd-fen';
import { invariant } from '../shared/invariant';

/** What somebody is to get of a use; `first`: he belongs to the group served first when it is short. */
export interface ShareClaim {
  readonly key: string;
  readonly amount: Fen;
  readonly first: boolean;
}

/** What a claim gets now, and what stays owed. */
export interface Paid {
  readonly paid: Fen;
  readonly unpaid: Fen;
  /** Why it was cut as it was; undefined where it was paid whole or its group got nothing. */
  readonly reason: Reason | undefined;
}

export type PaidClaim = ShareClaim & Paid;

/**
 * Pays claims out of what there is: all of them whole where it reaches; where it does not, the group served
 * first before the others, and within the group that is short each by the size of his claim, largest
 * remainder, ties to the smaller key. Nobody gets more than he claims.
 * @param available zero or more
 * @returns one line per claim in the order given
 */
export function payClaims<T extends ShareClaim>(available: Fen, claims: readonly T[]): (T & Paid)[] {
  invariant(
    available >= 0n && claims.every((claim) => claim.amount >= 0n),
    'claims and what pays them are not negative',
  );
  invariant(new Set(claims.map((claim) => claim.key)).size === claims.length, 'a claim is made once');
  const first = claims.filter((claim) => claim.first);
  const others = claims.filter((claim) => !claim.first);
  const forFirst = smaller(available, totalOf(first));
  const paid = new Map([...payGroup(forFirst, first), ...payGroup(available - forFirst, others)]);
  const lines = claims.map((claim) => {
    const got = paid.get(claim.key);
    invariant(got !== undefined, 'every claim is answered');
    return { ...claim, ...got, unpaid: claim.amount - got.paid };
  });
  invariant(
    sumFen(lines.map((line) => line.paid)) === smaller(available, totalOf(claims)) &&
      lines.every((line) => line.unpaid >= 0n),
    'claims get what there is, and nobody more than he claims',
  );
  return lines;
}

type Got = Omit<Paid, 'unpaid'>;

function payGroup(available: Fen, group: readonly ShareClaim[]): [string, Got][] {
  const total = totalOf(group);
  if (available >= total) return group.map(({ key, amount }) => [key, { paid: amount, reason: undefined }]);
  const weights = group.map(({ key, amount }) => ({ key, weight: amount }));
  const reasons = available > 0n ? oddFenReasons(available, weights) : new Map<string, Reason>();
  return allocate(available, weights).map(({ key, amount }) => [
    key,
    { paid: amount, reason: reasons.get(key) },
  ]);
}

function totalOf(claims: readonly ShareClaim[]): Fen {
  return sumFen(claims.map((claim) => claim.amount));
}

function smaller(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}
