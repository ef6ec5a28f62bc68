import { type Fen, sumFen } from '../money/fen';

/** How long a search for a sum may take. */
export interface SearchBound {
  /** More parts than this are not searched. */
  readonly mostCandidates: number;
  /** After so many tries the search gives up. */
  readonly mostTries: number;
}

/** A part of a sum that is looked for; never zero, all parts of one search on the same side of zero. */
interface Part {
  readonly amount: Fen;
}

/**
 * The only set of two or more parts that makes the sum.
 * @returns undefined where there is none, where there are two (nobody could tell which), where there are too
 *   many parts, or where the search would take too long
 */
export function onlySubset<P extends Part>(
  parts: readonly P[],
  sum: Fen,
  bound: SearchBound,
): P[] | undefined {
  if (parts.length < 2 || parts.length > bound.mostCandidates) return undefined;
  const search = new SubsetSearch(parts, sum < 0n ? -sum : sum, bound.mostTries);
  search.from(0, 0n);
  const [only, another] = search.found;
  return search.gaveUp || another !== undefined ? undefined : only;
}

class SubsetSearch<P extends Part> {
  readonly found: P[][] = [];
  gaveUp = false;
  private tries = 0;
  private readonly parts: { readonly part: P; readonly size: Fen }[];
  /** What all parts from a place on still make together. */
  private readonly rest: Fen[];
  private readonly taken: P[] = [];

  constructor(
    parts: readonly P[],
    private readonly sum: Fen,
    private readonly mostTries: number,
  ) {
    this.parts = parts.map((part) => ({ part, size: part.amount < 0n ? -part.amount : part.amount }));
    this.parts.sort((one, other) => (one.size > other.size ? -1 : one.size < other.size ? 1 : 0));
    this.rest = this.parts.map((_, place) => sumFen(this.parts.slice(place).map(({ size }) => size)));
  }

  /** Takes or leaves each part in turn, the largest first; stops at the second way to make the sum. */
  from(place: number, made: Fen): void {
    if (made === this.sum) {
      if (this.taken.length >= 2) this.found.push([...this.taken]);
      return;
    }
    const next = this.parts[place];
    if (next === undefined || this.found.length > 1 || this.gaveUp) return;
    if (made + (this.rest[place] ?? 0n) < this.sum) return;
    this.tries += 1;
    if (this.tries > this.mostTries) {
      this.gaveUp = true;
      return;
    }
    if (made + next.size <= this.sum) {
      this.taken.push(next.part);
      this.from(place + 1, made + next.size);
      this.taken.pop();
    }
    this.from(place + 1, made);
  }
}
