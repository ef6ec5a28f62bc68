import { sharesText } from '../domain/collectives/share-roll';
import type { Reason } from '../domain/money/odd-fen';
import { sentenceFor } from './sentences';

/** Why a holder got what he got; shares are weighed in hundredths and told as shares. */
export function shareReasonText({ code, facts }: Reason): string {
  const { weight, weights } = facts;
  const told =
    typeof weight === 'string' && typeof weights === 'string'
      ? { weight: sharesText(Number(weight)), weights: sharesText(Number(weights)) }
      : {};
  return sentenceFor(code, { ...facts, ...told });
}
