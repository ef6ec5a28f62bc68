import type { Fen } from '../money/fen';
import type { YearChangeRow } from './year-plan-notice';

/** A figure of a year by which two plans of it are compared. */
export interface NamedFigure {
  readonly key: string;
  readonly name: string;
  readonly amount: Fen;
}

/** What differs between two plans of a year, in the order of the later; what it has no more comes last. */
export function yearChangeRows(
  before: readonly NamedFigure[],
  after: readonly NamedFigure[],
): YearChangeRow[] {
  const amountIn = (figures: readonly NamedFigure[], key: string): Fen =>
    figures.find((each) => each.key === key)?.amount ?? 0n;
  const gone = before.filter(({ key }) => after.every((each) => each.key !== key));
  return [...after, ...gone].flatMap(({ key, name }) => {
    const [was, is] = [amountIn(before, key), amountIn(after, key)];
    return was === is ? [] : [{ name, before: String(was), after: String(is) }];
  });
}
