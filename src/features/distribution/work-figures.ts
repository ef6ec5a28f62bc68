import { type Judgement, judge } from '../../domain/policy/judge';
import type { Problem } from '../../domain/shared/problem';
import { claimFunds, reliefFacts, type WorkFigures, workFigures } from '../../domain/uses/work';
import type { ToldWork } from '../uses/works.service';
import type { DistributionPlan } from './plan-read.service';

/** What works paid for labour so far. */
export function figuresOf(works: readonly ToldWork[]): WorkFigures {
  const owed = works.flatMap(({ sheets }) => sheets).filter(({ state }) => state === 'owed');
  return workFigures(owed.flatMap(({ lines }) => lines));
}

/** The works of a claim of which anything is owed or waits: an empty one tells nothing of its money. */
export function countingWorks(works: readonly ToldWork[], ofClaim: string): ToldWork[] {
  return works.filter(
    ({ claimId, sheets }) => claimId === ofClaim && sheets.some(({ state }) => state !== 'withdrawn'),
  );
}

/**
 * What the document of the plan says of the works of a claim together, where they are for relief; nothing
 * while one of them does not say what it costs.
 * @param together from {@link countingWorks}
 */
export function judgedRelief(plan: DistributionPlan, together: readonly ToldWork[]): Judgement[] {
  const known = claimFunds(together);
  if (known === undefined || known.missing.length > 0) return [];
  const facts = reliefFacts(figuresOf(together), known.funds);
  return judge(plan.pack, { subject: 'relief_project', facts });
}

/** That the share of labour cannot be told yet: code `works.totalsMissing`, with the names. */
export function missingTotals(together: readonly ToldWork[]): Problem[] {
  const { missing = [] } = claimFunds(together) ?? {};
  return missing.length === 0 ? [] : [{ code: 'works.totalsMissing', field: '', facts: { works: missing } }];
}
