/** Something that holds for places whose codes (GB/T 2260) begin in certain ways. */
export interface Regional {
  readonly codes: readonly string[];
  readonly name: string;
}

/**
 * What holds for a place: that whose code its own begins with, the longest such code before a shorter one.
 * @param regionPath codes of the place, nearest first
 */
export function ofRegion<Kind extends Regional>(
  list: readonly Kind[],
  regionPath: readonly string[],
): Kind | undefined {
  let best: { found: Kind; length: number } | undefined;
  for (const found of list) {
    for (const code of found.codes) {
      const isIn = regionPath.some((place) => place.startsWith(code));
      if (isIn && code.length > (best?.length ?? 0)) best = { found, length: code.length };
    }
  }
  return best?.found;
}
