/** Who lies in a region, by its codes, nearest first. */
export interface PlacedCollective {
  readonly kind: 'county' | 'township' | 'village';
  readonly name: string;
  readonly regionPath: readonly string[];
}

const RANK = ['village', 'township', 'county'] as const;

/**
 * What each region is called, by its code: as the office whose own code it is. The books of a village stand
 * for a region that is only its own; one that bears the code of its township does not give it its name.
 * Product decision.
 */
export function regionNames(collectives: readonly PlacedCollective[]): ReadonlyMap<string, string> {
  // Where two offices bear one code, the higher one is entered last and stays.
  const lowestFirst = [...collectives].sort(
    (one, other) => RANK.indexOf(one.kind) - RANK.indexOf(other.kind),
  );
  return new Map(
    lowestFirst.flatMap((each): [string, string][] => {
      const [own] = each.regionPath;
      if (own === undefined) return [];
      const isOfOthers = collectives.some((other) => other !== each && other.regionPath.includes(own));
      return each.kind === 'village' && isOfOthers ? [] : [[own, each.name]];
    }),
  );
}
