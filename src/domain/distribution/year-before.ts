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
