import { sumFen } from '../money/fen';
import { shareText } from '../money/ratio';
import { type Explained, givenFigure, reckonedFigure } from '../policy/explanation';
import { bucketsOf, type Limit } from '../policy/pack';
import { reckon } from '../policy/reckon';
import { exactAmounts } from './exact-limits';
import type { NetTerm } from './explain-split';
import { judgedOver, periodWholes, type UseFacts } from './use-facts';

/**
 * What a document fixes for some uses together, as a tree: the share, what it is a share of with its sum
 * where that is all there is to distribute, what the uses came to, and the whole fen the limit is held to.
 * Undefined for any other limit.
 * @param terms what there is to distribute is made of
 */
export function explainExact(
  limit: Limit,
  facts: UseFacts,
  terms: readonly NetTerm[],
): Explained | undefined {
  const { atMost, on, cite, says: subject } = limit;
  const [share, whole] = atMost?.kind === 'product' && atMost.of.length === 2 ? atMost.of : [];
  const result = exactAmounts(facts, 'period').get(limit.id);
  if (result === undefined || share === undefined || whole?.kind !== 'fact') return undefined;
  const { number } = reckon(share, judgedOver(facts, 'period'));
  const amount = Object.entries(periodWholes(facts)).find(([of]) => of === whole.id)?.[1];
  if (number === undefined || amount === undefined) return undefined;
  const isAll = whole.id === 'distributable';
  const sum = terms.map(({ label, amount: part, ...more }) => givenFigure(label, part, more));
  const base = { subject: whole.id, formula: isAll ? 'sum' : 'given', inputs: isAll ? sum : [] };
  const uses = bucketsOf(facts.pack, facts.pool).filter(({ id }) => on.includes(id));
  const covered = uses.map(({ id, name }) => givenFigure('term', facts.planned[id] ?? 0n, { subject: name }));
  return reckonedFigure('exactly', {
    subject,
    formula: 'share_of',
    inputs: [
      givenFigure('share', shareText(number)),
      reckonedFigure('whole', { ...base, result: amount }),
      reckonedFigure('covered', {
        ...{ formula: 'sum', inputs: covered },
        result: sumFen(uses.map(({ id }) => facts.planned[id] ?? 0n)),
      }),
    ],
    clause: cite,
    result,
  });
}
