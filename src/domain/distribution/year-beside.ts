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

/** What is left of the plan of a year, by use, before a period's distribution. */
export interface YearLeft {
  readonly planId: string;
  readonly left: Readonly<Record<string, Fen>>;
}

/** The rule that a period keeps within the plan of its year: the first part of the keys of its checks. */
export const YEAR_PLAN_RULE = 'year_plan';

/** Whether a check, by the key of its reason, is of the plan of the year and of no rule of the policy. */
export function isOfYearPlan(key: string): boolean {
  return key.startsWith(`${YEAR_PLAN_RULE}:`);
}

/** What is left of each use that the year's plan has; below zero where more was given already. */
export function leftByUse(standings: readonly YearUseStanding[]): Record<string, Fen> {
  const planned = standings.filter((each) => each.planned > 0n);
  return Object.fromEntries(planned.map((each) => [each.use, yearLeft(each, 0n)]));
}

/** A line of a period beside the plan of its year: what was left of it, and by how much it is beyond. Fen. */
export interface TakenOfYear {
  readonly use: string;
  /** Undefined where the year's plan has no such use. */
  readonly left: Fen | undefined;
  readonly excess: Fen;
}

/** Each line that takes anything; one that takes all that is left is not beyond it. */
export function takenOfYear(
  lines: readonly { readonly bucket: string; readonly amount: Fen }[],
  { left }: Pick<YearLeft, 'left'>,
): TakenOfYear[] {
  return lines
    .filter(({ amount }) => amount > 0n)
    .map(({ bucket: use, amount }) => {
      const own = left[use];
      const free = own === undefined || own < 0n ? 0n : own;
      return { use, left: own, excess: amount > free ? amount - free : 0n };
    });
}

/** Whether a line is further beyond the year's plan than it was when it was drafted. */
export function isFurtherBeyond(
  lines: readonly { readonly bucket: string; readonly amount: Fen }[],
  { then, now }: { readonly then: YearLeft | undefined; readonly now: YearLeft | undefined },
): boolean {
  if (now === undefined) return false;
  const drafted = then === undefined ? [] : takenOfYear(lines, then);
  const before = new Map(drafted.map(({ use, excess }) => [use, excess]));
  return takenOfYear(lines, now).some(({ use, excess }) => excess > (before.get(use) ?? 0n));
}
