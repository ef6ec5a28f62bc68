import { takenOfYear, YEAR_PLAN_RULE, type YearLeft } from '../../domain/distribution/year-beside';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import type { Fen } from '../../domain/money/fen';
import { yearLeftWords } from '../../glossary/year-plan-words';
import { widePunctuation } from '../../platform/text/wide-punctuation';

/** A distribution's lines, by their uses, with the reasons that were written for its checks. */
interface CheckedLines {
  readonly lines: readonly { readonly bucket: string; readonly amount: Fen }[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly nameOf: (use: string) => string | undefined;
}

/**
 * Each line beside what is left of the year's plan: what goes beyond it, or is not in it, goes on only with a
 * written reason. Where no plan of the year was decided nothing is asked: no policy of ours demands one.
 * Source: product decision (the yearly plan is decided and published first; a period's line settles part of
 * a line of it).
 */
export function yearLeftChecks(
  yearLeft: YearLeft | undefined,
  { lines, reasons, nameOf }: CheckedLines,
): PlanCheck[] {
  if (yearLeft === undefined) return [];
  return takenOfYear(lines, yearLeft).map(({ use, left, excess }): PlanCheck => {
    const key = `${YEAR_PLAN_RULE}:${use}`;
    const name = widePunctuation(nameOf(use) ?? use);
    const { within, above, without } = yearLeftWords;
    const says =
      excess === 0n ? within(name) : left === undefined ? without(name) : above(name, { left, excess });
    const judgement = {
      ...{ ruleId: YEAR_PLAN_RULE, outcome: excess === 0n ? ('passed' as const) : ('failed' as const) },
      ...{ force: 'warn' as const, clause: '', says, missing: [], facts: {} },
    };
    return { key, about: { kind: 'year', id: '' }, judgement, reason: reasons[key] ?? '' };
  });
}
