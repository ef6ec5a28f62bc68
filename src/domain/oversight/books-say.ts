import { compareRatios, readRatio } from '../money/ratio';
import { type Fen, plainYuan, readYuan } from '../money/fen';
import type { PlainFacts } from '../policy/subjects';

/**
 * What books say of a figure of a goal: just what it is, or that it is no less and no more than something.
 * What they say nobody types otherwise. Source: FY-34, DC-IV5.
 */
export interface BooksSay {
  readonly exact: PlainFacts;
  readonly least: PlainFacts;
  readonly most: PlainFacts;
  /** What of a whole is surely none of its part, yuan; undefined where nothing is. */
  readonly rest?: string;
}

/** Books that know nothing of it. */
export const UNTOLD: BooksSay = { exact: {}, least: {}, most: {} };

/** Figures that books know to the fen, and the head. */
export function exactly(exact: PlainFacts): BooksSay {
  return { ...UNTOLD, exact };
}

/**
 * Figures of some of those that are asked about: all together have at least as much, and at least as much of
 * the whole is none of the part. What is paid of awards of villages whose books say so is not paid of
 * others'.
 */
export function atLeast({ exact, least, most }: BooksSay): BooksSay {
  const rest = restOf({ part: exact['part'] ?? most['part'], whole: exact['whole'] });
  return { ...UNTOLD, least: { ...exact, ...least }, ...(rest > 0n ? { rest: plainYuan(rest) } : {}) };
}

/** Whether so much of a whole is said to be its part that less is left than the books see outside of it. */
export function restAgainst(
  { rest }: BooksSay,
  said: { readonly part: string | undefined; readonly whole: string | undefined },
): { readonly rest: string; readonly most: string } | undefined {
  const { part, whole } = said;
  if (rest === undefined || part === undefined || whole === undefined) return undefined;
  const own = readYuan(rest) ?? 0n;
  if (restOf({ part, whole }) >= own) return undefined;
  const most = (readYuan(whole) ?? 0n) - own;
  return { rest, most: plainYuan(most > 0n ? most : 0n) };
}

function restOf(of: { readonly part: string | undefined; readonly whole: string | undefined }): Fen {
  const [part, whole] = [readYuan(of.part ?? ''), readYuan(of.whole ?? '')];
  return part === undefined || whole === undefined ? 0n : whole - part;
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
