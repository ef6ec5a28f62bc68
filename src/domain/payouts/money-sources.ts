import { type Fen, sumFen } from '../money/fen';

/** Somebody's part of a debt, in the order of its list. */
export interface OwedPart {
  readonly key: string;
  readonly amount: Fen;
}

/**
 * From which of a debt's sources one person's money is, first in, first out, as all money is traced: who
 * stands first on the list has what came first. Together the parts of all are the sources, to the fen.
 * @param sources what the debt was met with, the oldest first
 * @param people everybody whom the debt is owed to; one may stand there several times
 * @returns what of each source is his; nothing where people and sources do not come to the same
 */
export function personsSources<Source extends { readonly amount: Fen }>(
  sources: readonly Source[],
  people: readonly OwedPart[],
  key: string,
): Source[] {
  const spans = spansOf(sources);
  const whole = sumFen(people.map(({ amount }) => amount));
  if (whole !== sumFen(sources.map(({ amount }) => amount))) return [];
  const own = spansOf(people).filter(({ of }) => of.key === key);
  return spans.flatMap(({ of, from, to }) => {
    const amount = sumFen(own.map((mine) => shared({ from, to }, mine)));
    return amount === 0n ? [] : [{ ...of, amount }];
  });
}

interface Span {
  readonly from: Fen;
  readonly to: Fen;
}

/** Each one's place on the way from the first fen to the last. */
function spansOf<Each extends { readonly amount: Fen }>(all: readonly Each[]): (Span & { of: Each })[] {
  let to = 0n;
  return all.map((of) => {
    const from = to;
    to += of.amount;
    return { of, from, to };
  });
}

function shared(one: Span, other: Span): Fen {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return to > from ? to - from : 0n;
}
