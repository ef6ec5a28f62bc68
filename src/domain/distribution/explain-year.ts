import type { Fen } from '../money/fen';
import { shareText } from '../money/ratio';
import { type Explained, givenFigure, reckonedFigure } from '../policy/explanation';
import type { Term, YearStanding } from './year-standing';

/** Where a year stands, as a tree: what its uses came to, of what whole term by term, what was asked. */
export function explainYear(standing: YearStanding): Explained {
  const { rule, outcome, coveredSum, wholeSum, bound, missing } = standing;
  const names = new Map(rule.uses.map((use) => [use.id, use.name]));
  const share = rule.share === undefined ? [] : [givenFigure('share', shareText(rule.share))];
  return reckonedFigure('year', {
    subject: standing.year,
    formula: rule.side,
    inputs: [
      sumOfTerms('covered', standing.covered, { of: names, result: coveredSum }),
      sumOfTerms('whole', standing.whole, { of: rule.whole.of, result: wholeSum }),
      ...share,
      ...(bound === undefined ? [] : [givenFigure(rule.side === 'at_least' ? 'floor' : 'cap', bound)]),
      ...missing.map((number) => givenFigure('missing', number)),
    ],
    clause: rule.cite,
    result: outcome,
  });
}

function sumOfTerms(
  label: string,
  terms: readonly Term[],
  { of, result }: { readonly of: ReadonlyMap<string, string> | string; readonly result: Fen },
): Explained {
  const names = typeof of === 'string' ? undefined : of;
  return reckonedFigure(label, {
    subject: typeof of === 'string' ? of : '',
    formula: 'sum',
    inputs: terms.map(({ id, amount }) => givenFigure('term', amount, { subject: names?.get(id) ?? id })),
    result,
  });
}
