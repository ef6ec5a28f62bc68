import { askedNumbers, type PlanNumber } from '../../domain/distribution/plan-numbers';
import type { DistributionNotice } from '../../domain/notices/distribution-notice';
import {
  type NoticeFigure,
  type NoticeNames,
  type NoticeNumber,
  noticeFigures,
  noticePaper,
} from '../../domain/notices/notice-reckoning';
import { clauseOf, type PolicyPack, type PoolId } from '../../domain/policy/pack';
import { saysOfNumber } from '../../domain/policy/pack-by-clause';
import { findTerm } from '../../glossary/terms';
import { explanationOf } from '../distribution/plan-explanation.service';
import { type DistributionPlan, poolOfPack } from '../distribution/plan-read.service';

/**
 * How the figures of a plan came about, and the numbers it was judged by beside the document's, as its sheet
 * keeps them. A plan of the first form kept neither: its sheet stays as it was.
 */
export function reckoningOf(plan: DistributionPlan): Pick<DistributionNotice, 'reckoning' | 'numbers'> {
  if (plan.form === 'plan/1') return {};
  const pool = poolOfPack(plan.pool);
  return {
    reckoning: figuresOf(plan),
    numbers: plan.numbers.map((number) => noticeNumber(plan.pack, pool, number)),
  };
}

/** The figures of a plan with how each came about. */
export function figuresOf(plan: DistributionPlan): NoticeFigure[] {
  const { pack, lines, figures, pool } = plan;
  const amounts = {
    uses: lines.map(({ bucket: { name }, amount }) => ({ name, amount })),
    leftOver: BigInt(figures.leftOver),
  };
  return noticeFigures(explanationOf(plan), amounts, namesOf(pack, poolOfPack(pool)));
}

function namesOf(pack: PolicyPack, pool: PoolId): NoticeNames {
  return {
    itemOf: (clause) => clauseOf(pack, clause).at,
    numberOf: (id) => numberName(pack, pool, id),
    ruleOf: (id) => pack.rules.find((rule) => rule.id === id)?.says ?? '',
  };
}

/** A sum the books do not hold by its usual name, any other number by what the policy says it is. */
function numberName(pack: PolicyPack, pool: PoolId, id: string): string {
  const asked = askedNumbers(pack, pool).find((each) => each.id === id);
  const sum = findTerm(`whole.${id}`)?.label;
  return (
    sum ?? asked?.says ?? saysOfNumber(pack, id) ?? pack.needs.find((need) => need.id === id)?.says ?? ''
  );
}

function noticeNumber(pack: PolicyPack, pool: PoolId, number: PlanNumber): NoticeNumber {
  const { id, decidedBy, value, from, paper } = number;
  const given = pack.values.find((each) => each.id === id);
  const about = askedNumbers(pack, pool).find((each) => each.id === id) ?? given;
  return {
    says: numberName(pack, pool, id),
    decidedBy,
    item: about === undefined ? '' : clauseOf(pack, about.cite).at,
    unit: about?.unit ?? 'count',
    ...(value === undefined ? {} : { value }),
    ...(given === undefined ? {} : { given: given.value }),
    ...(from === undefined ? {} : { from }),
    ...(paper === undefined ? {} : { paper: noticePaper(paper) }),
  };
}
