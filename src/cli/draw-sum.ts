import { explainPayoutPart } from '../domain/distribution/explain-payout';
import type { Share } from '../domain/money/allocate';
import { type Fen, plainYuan, requireYuan, sumFen } from '../domain/money/fen';
import {
  givenIn,
  NOTHING_SPLIT,
  payOut,
  payoutReasons,
  type RunningSplit,
  takeBack,
} from '../domain/money/running-split';
import { DomainError } from '../domain/shared/domain-error';
import type { Asked, Figures } from './case-file';
import { outlineOf } from './draw-explained';
import { type PackOf, splitFigures } from './draw-split';
import { yearFigures } from './draw-year';
import { SUMS } from './read-sum';
import type { PayoutAct, SumAsked } from './sum-asked';

/** Every figure of a sum by name, as {@link drawFigures} does for what stands in books. */
export function drawSum(asked: SumAsked, packOf: PackOf): Figures {
  switch (asked.about) {
    case 'payouts':
      return payoutFigures(asked.acts);
    case 'split':
      return splitFigures(asked, packOf);
    case 'year':
      return yearFigures(asked);
  }
}

/** Whether a sum is asked for rather than a question to the books. */
export function isSum(asked: Asked): asked is SumAsked {
  return Object.hasOwn(SUMS, asked.about);
}

function payoutFigures(acts: readonly PayoutAct[]): Figures {
  let running: RunningSplit = NOTHING_SPLIT;
  let shares: readonly Share[] = [];
  const done: Figures[] = [];
  for (const act of acts) {
    if (act.verb === 'shares') ({ shares } = act);
    else if (act.verb === 'pay') {
      const paid = payOut(running, { id: act.id, amount: requireYuan(act.amount) }, shares);
      ({ running } = paid);
      const { split } = paid;
      const reasons = split === undefined ? [] : [...payoutReasons(split, shares)];
      const explained = (split?.parts ?? []).map(({ key }): [string, Figures] => [
        key,
        split === undefined ? [] : outlineOf(explainPayoutPart(split, shares, key)),
      ]);
      done.push({
        pay: act.id,
        explained: Object.fromEntries(explained),
        gives: byKey(split?.parts ?? []),
        says: paid.says.map(({ code }) => code),
        why: Object.fromEntries(reasons.map(([key, [reason]]) => [key, reason?.code ?? ''])),
      });
    } else {
      const taken = takenBack(running, act.id);
      if (typeof taken === 'string') done.push({ take_back: act.id, refused: taken });
      else {
        ({ running } = taken);
        done.push({ take_back: act.id, gives_back: byKey(taken.back) });
      }
    }
  }
  const window = running.windows.at(-1);
  return {
    acts: done,
    together:
      window === undefined ? {} : byKey([...givenIn(window)].map(([key, amount]) => ({ key, amount }))),
    waiting: plainYuan(sumFen(running.waiting.map(({ amount }) => amount))),
  };
}

/** What taking back comes to, or the code of its refusal. */
function takenBack(running: RunningSplit, id: string): ReturnType<typeof takeBack> | string {
  try {
    return takeBack(running, id);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

function byKey(parts: readonly { readonly key: string; readonly amount: Fen }[]): Record<string, string> {
  return Object.fromEntries(parts.map(({ key, amount }) => [key, plainYuan(amount)]));
}
