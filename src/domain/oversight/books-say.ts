import { compareRatios, readRatio } from '../money/ratio';
import type { PlainFacts } from '../policy/subjects';

/**
 * What books say of a figure of a goal: just what it is, or that it is no less and no more than something.
 * What they say nobody types otherwise. Source: FY-34, DC-IV5.
 */
export interface BooksSay {
  readonly exact: PlainFacts;
  readonly least: PlainFacts;
  readonly most: PlainFacts;
}

/** Books that know nothing of it. */
export const UNTOLD: BooksSay = { exact: {}, least: {}, most: {} };

/** Figures that books know to the fen, and the head. */
export function exactly(exact: PlainFacts): BooksSay {
  return { ...UNTOLD, exact };
}

/** Figures of some of those that are asked about: all together have at least as much. */
export function atLeast({ exact, least }: BooksSay): BooksSay {
  return { ...UNTOLD, least: { ...exact, ...least } };
}

/** What the books say against a typed figure: what it is, or the bound that it goes beyond. */
export function saidAgainst(
  { exact, least, most }: BooksSay,
  figure: string,
  typed: string,
): { readonly code: string; readonly ledger: string } | undefined {
  const [known, low, high] = [exact[figure], least[figure], most[figure]];
  if (known !== undefined) return { code: 'figures.booksKnow', ledger: known };
  const value = readRatio(typed);
  if (low !== undefined && compareRatios(value, readRatio(low)) < 0)
    return { code: 'figures.belowBooks', ledger: low };
  if (high !== undefined && compareRatios(value, readRatio(high)) > 0)
    return { code: 'figures.aboveBooks', ledger: high };
  return undefined;
}
