/** What holds for the regions whose codes begin with one of these; an empty one is the whole country. */
export interface OfRegions {
  readonly codes: readonly string[];
}

/** What the narrowest region that a place lies in says; undefined where none says anything. */
export function narrowestOf<Item extends OfRegions>(
  regionCode: string,
  items: readonly Item[],
): Item | undefined {
  let found: Item | undefined;
  let widest = -1;
  for (const item of items) {
    const own = item.codes.filter((code) => regionCode.startsWith(code)).map(({ length }) => length);
    const width = Math.max(-1, ...own);
    if (width <= widest) continue;
    widest = width;
    found = item;
  }
  return found;
}
