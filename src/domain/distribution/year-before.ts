import { type Fen, sumFen } from '../money/fen';
import type { YearUse } from './year-plan';

/** A use in the year before: undefined where no plan of that year, or no period of it, was decided. Fen. */
export interface UseBefore {
  readonly planned: { readonly amount: Fen; readonly people: number } | undefined;
  readonly given: Fen | undefined;
}

/** What a use was planned by a year's plan, for how many, and what the year's decided periods gave it. */
export function useBefore(
  use: string,
  known: {
    readonly plan: readonly YearUse[] | undefined;
    readonly given: readonly { readonly bucket: { readonly id: string }; readonly amount: Fen }[] | undefined;
  },
): UseBefore {
  const own = known.plan?.filter(({ bucket }) => bucket === use);
  const lines = known.given?.filter(({ bucket }) => bucket.id === use);
  return {
    planned: own && {
      amount: sumFen(own.map(({ amount }) => amount)),
      people: own.reduce((sum, { posts }) => sum + (posts?.people ?? 0), 0),
    },
    given: lines && sumFen(lines.map(({ amount }) => amount)),
  };
}

/** A line of a decided period as far as it is used; fen. */
export interface UsedLine {
  readonly bucket: { readonly id: string; readonly name: string };
  readonly amount: Fen;
  readonly granted: Fen;
  readonly claims: readonly { readonly released: Fen }[];
}

/** What became of a use that decided periods promised: granted, given back, or still to be granted. Fen. */
export interface UnspentUse {
  readonly use: string;
  readonly name: string;
  readonly promised: Fen;
  readonly granted: Fen;
  readonly released: Fen;
  readonly open: Fen;
}

/**
 * The uses of which decided periods did not spend everything. What was given back is money again, in a line
 * of its own; what is still open stays promised, and is in no plan's money until it is granted or given back.
 */
export function unspentUses(lines: readonly UsedLine[]): UnspentUse[] {
  const uses = new Map(lines.map(({ bucket: { id, name } }) => [id, name]));
  return [...uses].flatMap(([use, name]): UnspentUse[] => {
    const own = lines.filter(({ bucket }) => bucket.id === use);
    const promised = sumFen(own.map(({ amount }) => amount));
    const granted = sumFen(own.map((line) => line.granted));
    const released = sumFen(own.flatMap(({ claims }) => claims.map((claim) => claim.released)));
    const open = promised - granted - released;
    return released === 0n && open === 0n ? [] : [{ use, name, promised, granted, released, open }];
  });
}
