import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { type ExactShare, roundShares } from './round-shares';
import { type PaidClaim, payClaims } from './short-claims';
import { boundsOf, partProblems } from './split-bounds';
import type { SplitUse, UsePart } from './split-use';
import { exactFen } from './stated-amount';

/**
 * A surplus split into uses. Parts and `left` always add up to `net`: in a refused split `left` is below zero
 * where more was asked than there was, and `problems` say why; where there is nothing to split, no use has a
 * part.
 */
export interface SurplusSplit {
  readonly outcome: 'split' | 'nothing' | 'refused';
  readonly net: Fen;
  /** By order, then by id. */
  readonly parts: readonly UsePart[];
  readonly left: Fen;
  readonly problems: readonly Problem[];
}

/**
 * Splits what is left after the deductions into its uses. Nothing is scaled to fit: what is asked above what
 * there is, outside a bound, behind a gate or on a number nobody knows is refused by name, amounts in fen.
 * Only dues give way: they are paid as far as the money reaches, what stays unpaid stays owed. Shares of one
 * order are rounded together. The order in which the uses are given changes nothing.
 * @param net in fen; zero or less is nothing to split
 * @param uses ids all different
 * @returns problems `split.aboveLeft` naming the excess, `split.twoRests`, and those of {@link partProblems}.
 *   Source: product decisions "Money", "Splitting".
 */
export function splitSurplus(net: Fen, uses: readonly SplitUse[]): SurplusSplit {
  invariant(new Set(uses.map((use) => use.id)).size === uses.length, 'a use stands once in a split');
  if (net <= 0n) return { outcome: 'nothing', net, parts: [], left: net, problems: [] };
  const inOrder = [...uses].sort((a, b) =>
    a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order - b.order,
  );
  const parts: UsePart[] = [];
  const problems: Problem[] = [];
  let left = net;
  for (const order of new Set(inOrder.map((use) => use.order))) {
    const served = inOrder.filter((use) => use.order === order);
    const rank = splitRank(left > 0n ? left : 0n, served);
    parts.push(...rank.parts);
    problems.push(...rank.problems);
    left -= totalOf(rank.parts);
  }
  invariant(
    totalOf(parts) + left === net && (left >= 0n || problems.length > 0),
    'the uses and what is left add up to what was split',
  );
  return { outcome: problems.length > 0 ? 'refused' : 'split', net, parts, left, problems };
}

/** Uses of one order: dues as far as it reaches, amounts and shares, then the one that takes the rest. */
function splitRank(available: Fen, uses: readonly SplitUse[]): Pick<SurplusSplit, 'parts' | 'problems'> {
  const dues = payDues(available, uses);
  const shares = roundShares(uses.flatMap(exactShare));
  const firm = uses.map((use) => firmPart(use, dues.get(use.id), shares.get(use.id)));
  const asked = totalOf(firm);
  const rests = uses.filter((use) => use.take.kind === 'rest');
  const rest = rests.length === 1 && asked < available ? available - asked : 0n;
  const parts = firm.map((part) => (part.use.take.kind === 'rest' ? restPart(part, rest) : part));
  const problems: Problem[] = [];
  if (asked > available) problems.push(aboveLeft(firm, { asked, available }));
  if (rests.length > 1)
    problems.push({ code: 'split.twoRests', field: 'uses', facts: { uses: rests.map((use) => use.name) } });
  return { parts, problems: [...problems, ...parts.flatMap(partProblems)] };
}

/** The dues of every use of an order, paid together out of what there is; by use. */
function payDues(available: Fen, uses: readonly SplitUse[]): Map<string, PaidClaim[]> {
  const dues = uses.flatMap(({ id, take }) =>
    take.kind === 'dues'
      ? take.dues.map((due) => ({ ...due, key: `${id}/${due.key}`, use: id, due: due.key }))
      : [],
  );
  const byUse = new Map<string, PaidClaim[]>();
  for (const { use, due, ...claim } of payClaims(available, dues))
    byUse.set(use, [...(byUse.get(use) ?? []), { ...claim, key: due }]);
  return byUse;
}

function exactShare(use: SplitUse): ExactShare[] {
  const exact = use.take.kind === 'share' ? exactFen(use.take) : undefined;
  return exact === undefined ? [] : [{ id: use.id, exact, bounds: boundsOf(use) }];
}

/** What a use takes whatever the others do; nothing yet for the one that takes the rest. */
function firmPart(use: SplitUse, dues: readonly PaidClaim[] = [], share: Fen = 0n): UsePart {
  const { take } = use;
  const amount = take.kind === 'fixed' ? take.amount : share + sumFen(dues.map((claim) => claim.paid));
  invariant(amount >= 0n, 'a use takes nothing or more');
  const exact = take.kind === 'share' ? exactFen(take) : undefined;
  const paid = take.kind === 'dues' ? dues : payClaims(amount, use.claims ?? []);
  return { use, amount, exact, bounds: boundsOf(use), paid };
}

/** The rest, as far as the cap of its use lets it be taken; the claims on it are paid out of that. */
function restPart(part: UsePart, rest: Fen): UsePart {
  const { most } = part.bounds;
  const amount = most !== undefined && most < rest ? most : rest;
  return { ...part, amount, paid: payClaims(amount, part.use.claims ?? []) };
}

function aboveLeft(parts: readonly UsePart[], of: { readonly asked: Fen; readonly available: Fen }): Problem {
  const uses = parts.filter((part) => part.amount > 0n).map((part) => part.use.name);
  return { code: 'split.aboveLeft', field: 'uses', facts: { uses, ...of, excess: of.asked - of.available } };
}

function totalOf(parts: readonly UsePart[]): Fen {
  return sumFen(parts.map((part) => part.amount));
}
