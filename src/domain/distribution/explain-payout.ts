import type { Share } from '../money/allocate';
import { oddFenReasons } from '../money/odd-fen';
import type { SplitPayout } from '../money/running-split';
import { type Explained, givenFigure, reckonedFigure } from '../policy/explanation';
import { invariant } from '../shared/invariant';

/**
 * Why one person got what he got of a payout, as a tree: his share of the running total with what decided its
 * odd fen, less what he had got before.
 */
export function explainPayoutPart(payout: SplitPayout, shares: readonly Share[], key: string): Explained {
  const part = payout.parts.find((each) => each.key === key);
  const reason = oddFenReasons(payout.total, shares).get(key);
  invariant(part !== undefined && reason !== undefined, 'a payout is explained to those it was split over');
  const { weight, weights, cut } = reason.facts;
  const lifetime = reckonedFigure('lifetime', {
    formula: 'share_of',
    inputs: [
      givenFigure('running_total', payout.total),
      givenFigure('weight', String(weight)),
      givenFigure('weights', String(weights)),
      reckonedFigure('rounding', { formula: reason.code, inputs: [], result: String(cut) }),
    ],
    result: part.before + part.amount,
  });
  return reckonedFigure('payout_part', {
    subject: key,
    formula: 'lifetime_less_before',
    inputs: [lifetime, givenFigure('before', part.before)],
    result: part.amount,
  });
}
