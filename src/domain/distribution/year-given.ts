import { type Fen, sumFen } from '../money/fen';
import { openOfYear } from './year-grants';

/** What the year gave to a use so far: by decided distributions, by months that none of them settles. Fen. */
export interface GivenOfUse {
  readonly decided: Fen;
  readonly granted: Fen;
}

/** A use of a year's plan from its plan to the money that went out. Fen. */
export interface YearUseGiven extends GivenOfUse {
  readonly use: string;
  readonly planned: Fen;
  /** Of both what was paid. */
  readonly paid: Fen;
  /** What may still be given; below zero where more was given than is planned. */
  readonly open: Fen;
}

/** Each use of the plan with what became of it, then those of which the plan has nothing. */
export function yearGiven(
  planned: Readonly<Record<string, Fen>>,
  given: ReadonlyMap<string, GivenOfUse>,
  paid: ReadonlyMap<string, Fen>,
): YearUseGiven[] {
  const uses = [...new Set([...Object.keys(planned), ...given.keys(), ...paid.keys()])];
  return uses.map((use) => {
    const { decided = 0n, granted = 0n } = given.get(use) ?? {};
    const own = { planned: planned[use] ?? 0n, decided, granted };
    return { use, ...own, paid: paid.get(use) ?? 0n, open: openOfYear(own) };
  });
}

/** The parts of all uses together. */
export function givenSum(uses: readonly YearUseGiven[]): Omit<YearUseGiven, 'use'> {
  const sum = (part: keyof Omit<YearUseGiven, 'use'>): Fen => sumFen(uses.map((use) => use[part]));
  return {
    ...{ planned: sum('planned'), decided: sum('decided'), granted: sum('granted') },
    ...{ paid: sum('paid'), open: sum('open') },
  };
}
