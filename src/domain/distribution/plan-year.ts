import { bucketsOf, deductionKindsOf, type Limit, YEAR_DENOMINATORS } from '../policy/pack';
import { reckon } from '../policy/reckon';
import { wholesOf } from './plan-facts';
import { judgedOver, usedInYear, type UseFacts } from './use-facts';
import { standingOf, type YearRule, type YearStanding } from './year-standing';

/** Where the year stands by a limit that is a share over a year; undefined for any other. */
export function standingInYear(limit: Limit, facts: UseFacts): YearStanding | undefined {
  const rule = limit.over === 'year' ? yearRule(limit, facts) : undefined;
  if (rule === undefined) return undefined;
  const { ground } = facts;
  const { collective_income, new_income } = wholesOf(ground.year, facts);
  return standingOf(rule, {
    year: ground.year.year,
    isOver: ground.year.isOver,
    periods: [{ received: ground.year.received, costs: ground.year.costs, used: usedInYear(facts) }],
    entered: { collective_income, new_income },
  });
}

function yearRule(limit: Limit, facts: UseFacts): YearRule | undefined {
  const side = limit.atLeast === undefined ? 'at_most' : 'at_least';
  const quantity = limit.atLeast ?? limit.atMost;
  const [share, whole] = quantity?.kind === 'product' && quantity.of.length === 2 ? quantity.of : [];
  const of = YEAR_DENOMINATORS.find((each) => whole?.kind === 'fact' && whole.id === each);
  if (share === undefined || of === undefined) return undefined;
  const { pack, pool } = facts;
  const { number, missing } = reckon(share, judgedOver(facts, 'period'));
  const costs = deductionKindsOf(pack, pool).map(({ id }) => id);
  return {
    id: limit.id,
    side,
    uses: limit.on.map((id) => ({ id, name: nameOf(facts, id) })),
    share: number,
    shareNumber: missing[0] ?? '',
    whole: of === 'after_named_deductions' ? { of, costs } : { of },
    cite: limit.cite,
  };
}

function nameOf({ pack, pool }: UseFacts, id: string): string {
  return bucketsOf(pack, pool).find((bucket) => bucket.id === id)?.name ?? id;
}
