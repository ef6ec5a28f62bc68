import { type Fen, sumFen } from '../money/fen';

/** A use in decided distributions of a year: what of it is granted, and what is still to grant. Fen. */
export interface DecidedUse {
  readonly use: string;
  readonly granted: Fen;
  readonly toGrant: Fen;
}

/** How a use of the year's plan stands: what earlier periods granted of it and still have to grant. Fen. */
export interface YearUseStanding {
  readonly use: string;
  readonly planned: Fen;
  readonly granted: Fen;
  readonly toGrant: Fen;
}

/**
 * Each use of the year's plan beside what decided distributions of the year give to it, then what these give
 * to others. A release of what will never be granted is in neither: it is planned and free again.
 */
export function yearBeside(
  planned: Readonly<Record<string, Fen>>,
  decided: readonly DecidedUse[],
): YearUseStanding[] {
  const uses = [...new Set([...Object.keys(planned), ...decided.map(({ use }) => use)])];
  return uses.map((use) => {
    const own = decided.filter((each) => each.use === use);
    return {
      use,
      planned: planned[use] ?? 0n,
      granted: sumFen(own.map(({ granted }) => granted)),
      toGrant: sumFen(own.map(({ toGrant }) => toGrant)),
    };
  });
}

/** What of a use of the year is left after this period's; below zero it is beyond the year's plan. */
export function yearLeft({ planned, granted, toGrant }: YearUseStanding, now: Fen): Fen {
  return planned - granted - toGrant - now;
}
