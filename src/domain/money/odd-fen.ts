import type { Facts } from '../shared/domain-error';
import { allocate, cutShares, type Cut, type Share } from './allocate';
import type { Fen } from './fen';
import { fractionText, ratio } from './ratio';

/** Why a figure is what it is: a code whose sentence stands in the glossary, and the facts that fill it. */
export interface Reason {
  readonly code: string;
  readonly facts: Facts;
}

/**
 * Why each got what {@link allocate} gave him, by key. Facts: `whole` what was split, `weight` of `weights`,
 * `floor` the whole fen of his exact share and `cut` what was cut off it (a fraction of a fen, `1/3`), `odd`
 * how many fen were left to hand out, `amount` what he got; in a tie, `tied` how many were cut alike and
 * `given` how many of them got a fen. Codes: `split.noWeight`, `split.even`, with an odd fen
 * `split.oddFenByCut` or `split.oddFenByKey`, without `split.cutLess` or `split.keyLater`.
 */
export function oddFenReasons(whole: Fen, shares: readonly Share[]): Map<string, Reason> {
  const { cuts, total, left } = cutShares(whole, shares);
  const parts = allocate(whole, shares);
  const got = cuts.filter((_, place) => parts[place]?.oddFen === true);
  const tieRest = tieOf(cuts, got);
  const tie = {
    tied: cuts.filter((cut) => cut.rest === tieRest).length,
    given: got.filter((cut) => cut.rest === tieRest).length,
  };
  const odd = new Set(got);
  return new Map(
    cuts.map((cut) => {
      const oddFen = odd.has(cut);
      const facts = {
        whole,
        weight: cut.weight.toString(),
        weights: total.toString(),
        floor: cut.whole,
        cut: fractionText(ratio(cut.rest, total)),
        odd: left,
        amount: oddFen ? cut.whole + 1n : cut.whole,
      };
      const isTied = cut.rest > 0n && cut.rest === tieRest;
      return [cut.key, { code: codeOf(cut, oddFen, isTied), facts: isTied ? { ...facts, ...tie } : facts }];
    }),
  );
}

function codeOf(cut: Cut, oddFen: boolean, isTied: boolean): string {
  if (cut.weight === 0n) return 'split.noWeight';
  if (cut.rest === 0n) return 'split.even';
  if (oddFen) return isTied ? 'split.oddFenByKey' : 'split.oddFenByCut';
  return isTied ? 'split.keyLater' : 'split.cutLess';
}

/** What was cut off those between whom only the key decided; undefined where the cut decided everything. */
function tieOf(cuts: readonly Cut[], got: readonly Cut[]): bigint | undefined {
  const [first, ...others] = got.map((cut) => cut.rest);
  if (first === undefined) return undefined;
  const least = others.reduce((smaller, rest) => (rest < smaller ? rest : smaller), first);
  const alike = cuts.filter((cut) => cut.rest === least).length;
  return alike > got.filter((cut) => cut.rest === least).length ? least : undefined;
}
