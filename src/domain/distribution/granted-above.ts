import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Explained } from '../policy/explanation';
import type { Problem } from '../shared/problem';
import { type NewIncomeGrant, newIncomeGrantProblems } from './new-income-grants';
import type { PlanCheck } from './plan-checks';

/** A grant that stands, of a use that is a share of new income. */
export interface StandingGrant {
  /** In the order in which grants were made. */
  readonly id: string;
  readonly bucket: string;
  readonly amount: Fen;
  readonly grantedOn: CalendarDay;
}

/** What a year granted above its share of new income: income was taken back after it, or a number changed. */
export interface AboveNewIncome {
  readonly ruleId: string;
  /** Key of the clause. */
  readonly clause: string;
  readonly year: string;
  /** What the grants of the rule's uses come to, what of it the year bears, and what is above it. */
  readonly granted: Fen;
  readonly bears: Fen;
  readonly excess: Fen;
}

/**
 * The grant by which a year is judged: when it was made all before it were counted, by the numbers of its
 * day. A ratio that fell since asks nothing of what was granted before it fell.
 */
export function lastMade<Grant extends Pick<StandingGrant, 'id'>>(
  grants: readonly Grant[],
): Grant | undefined {
  return [...grants].sort((one, other) => (one.id < other.id ? -1 : 1)).at(-1);
}

/**
 * Judges what stands of a year's grants of a use as its last grant was judged, by the year's books as they
 * are now. The program takes no grant back; that it is above is never passed over. Source: DC 三(一)11.
 */
export function aboveNewIncome(of: Omit<NewIncomeGrant, 'amount'>, year: string): AboveNewIncome[] {
  const problems = newIncomeGrantProblems({ ...of, amount: 0n });
  return problems.flatMap(({ code, facts = {} }): AboveNewIncome[] => {
    const { rule, clause, planned, excess } = facts;
    if (code === 'policy.ruleUndecided' || typeof planned !== 'bigint' || typeof excess !== 'bigint')
      return [];
    const found = { ruleId: String(rule), clause: String(clause), year };
    return [{ ...found, granted: planned, bears: planned - excess, excess }];
  });
}

/** What keeps a month open, at the last voucher that granted above what the year bears. */
export function aboveProblem(
  above: AboveNewIncome,
  said: { readonly uses: readonly string[]; readonly vouchers: readonly string[]; readonly entryId: string },
): Problem {
  const { year, granted, bears, excess } = above;
  const { uses, vouchers, entryId } = said;
  const facts = { year, uses, granted, bears, excess, vouchers };
  return { code: 'months.grantAboveNewIncome', field: entryId, facts };
}

/** The checks of a plan, none passed whose rule the year's grants are above by now. */
export function checksWithAbove(
  checks: readonly PlanCheck[],
  above: readonly (AboveNewIncome & { readonly problem: Problem })[],
): PlanCheck[] {
  return checks.map((check) => {
    const { judgement } = check;
    const found = above.filter(({ ruleId }) => ruleId === judgement.ruleId);
    const [first] = found;
    if (first === undefined) return check;
    const excess = sumFen(found.map((each) => each.excess));
    const { code, facts = {} } = first.problem;
    return {
      ...check,
      judgement: { ...judgement, outcome: 'failed', facts: { ...judgement.facts, excess } },
      standing: { code, facts },
    };
  });
}

/** The figures of a plan, where a year's share of new income no longer is what it was when it was drafted. */
export function figuresWithAbove(figure: Explained, above: readonly AboveNewIncome[]): Explained {
  const { label, subject, clause, inputs } = figure;
  const isAbove = label === 'year' && above.some((each) => each.clause === clause && each.year === subject);
  return {
    ...figure,
    inputs: inputs.map((each) => figuresWithAbove(each, above)),
    ...(isAbove ? { result: 'incomeGone' } : {}),
  };
}
