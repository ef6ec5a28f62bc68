import { explainPayoutPart } from '../distribution/explain-payout';
import type { Share } from '../money/allocate';
import type { Fen } from '../money/fen';
import type { Reason } from '../money/odd-fen';
import { NOTHING_SPLIT, payOut, payoutReasons } from '../money/running-split';
import type { Explained } from '../policy/explanation';
import { halfWidth } from '../shared/half-width';
import { type Problem, refuseProblems } from '../shared/problem';

/** How a line of a plan is shared among those it goes to, as typed. */
export interface SlipForm {
  /** Everybody's parts in the order of the list, `26, 24, 26`; empty where all have the same. */
  readonly weights: string;
  /** Whose slip it is: the place on the list, from 1; empty is the first. */
  readonly place: string;
}

/** One person's part of what a plan promises to several. */
export interface SlipPart {
  readonly amount: Fen;
  readonly people: number;
  readonly weight: bigint;
  readonly weights: bigint;
  /** How the part came about; undefined where the money is too little to be split yet. */
  readonly tree: Explained | undefined;
  /** Why, in sentences: among them who got an odd fen and why. */
  readonly reasons: readonly Reason[];
}

/** More people than one list of a village ever has. */
const MOST_PEOPLE = 2_000;

/**
 * What one person gets of a claim and why. Nobody is named: a person is a place on the village's own list.
 * @param claim amount above zero, in fen; `people` how many it goes to, 0 where it says no number
 * @throws FormProblems `slip.weightUnreadable`, `slip.weightsCount`, `slip.tooMany`, `slip.nobody`,
 *   `slip.placeOutside`
 */
export function readSlip(form: SlipForm, claim: { readonly amount: Fen; readonly people: number }): SlipPart {
  const { weights, problems } = readWeights(form.weights, claim.people);
  refuseProblems(problems);
  const place = form.place.trim() === '' ? '1' : halfWidth(form.place).trim();
  const index = /^\d{1,5}$/.test(place) ? Number(place) - 1 : -1;
  if (weights[index] === undefined) {
    const people = weights.length;
    refuseProblems([{ code: 'slip.placeOutside', field: 'place', value: form.place, facts: { people } }]);
  }
  return partAt(weights, index, claim.amount);
}

function readWeights(typed: string, people: number): { weights: bigint[]; problems: Problem[] } {
  const texts = halfWidth(typed)
    .split(/[\s,;\u3001]+/)
    .filter((text) => text !== '');
  const field = 'weights';
  const wrong = (code: string, facts = {}): { weights: bigint[]; problems: Problem[] } => {
    return { weights: [], problems: [{ code, field, value: typed, facts }] };
  };
  if (Math.max(people, texts.length) > MOST_PEOPLE) return wrong('slip.tooMany', { max: MOST_PEOPLE });
  if (!texts.every((text) => /^\d{1,9}$/.test(text))) return wrong('slip.weightUnreadable');
  if (texts.length > 0 && people > 0 && texts.length !== people)
    return wrong('slip.weightsCount', { people, found: texts.length });
  const weights = texts.length === 0 ? Array.from({ length: people }, () => 1n) : texts.map(BigInt);
  return weights.some((weight) => weight > 0n) ? { weights, problems: [] } : wrong('slip.nobody');
}

function partAt(weights: readonly bigint[], index: number, amount: Fen): SlipPart {
  const keyOf = (at: number): string => String(at + 1).padStart(5, '0');
  const shares: Share[] = weights.map((weight, at) => ({ key: keyOf(at), weight }));
  const key = keyOf(index);
  const { split, says } = payOut(NOTHING_SPLIT, { id: 'slip', amount }, shares);
  const reasons = split === undefined ? says : (payoutReasons(split, shares).get(key) ?? []);
  return {
    amount: split?.parts.find((part) => part.key === key)?.amount ?? 0n,
    people: weights.length,
    weight: weights[index] ?? 0n,
    weights: weights.reduce((sum, weight) => sum + weight, 0n),
    tree: split === undefined ? undefined : explainPayoutPart(split, shares, key),
    reasons,
  };
}
