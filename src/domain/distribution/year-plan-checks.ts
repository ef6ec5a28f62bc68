import { type Fen, plainYuan, sumFen } from '../money/fen';
import type { Reason } from '../money/odd-fen';
import { judge } from '../policy/judge';
import type { LocalNumbers, PolicyPack, PoolId } from '../policy/pack';
import { judgeUses, namedShareOf } from './limit-checks';
import type { PlanCheck } from './plan-checks';
import { plannedFacts } from './plan-facts';
import type { UseFacts } from './use-facts';
import type { GroundSums, PlanGround } from './plan-ground';
import { costKindOf, type YearPlanContent, yearFigures } from './year-plan';

/** What another pool's decided plan of the same year says, where the same rules speak of both. */
export interface YearBeside extends GroundSums {
  readonly used: Readonly<Record<string, Fen>>;
}

/**
 * What a yearly plan is judged on: the year as it is expected, this pool's alone as the period, with other
 * pools that the same rules speak of as the year. The plan is of a whole year, so that its floors hold as
 * they would when the year is over.
 */
export function yearGround(
  year: number,
  content: YearPlanContent,
  beside: readonly YearBeside[],
): PlanGround {
  const own = expectedSums(content);
  return {
    deductions: [],
    period: own,
    year: {
      year: String(year),
      isOver: true,
      received: sumFen([own, ...beside].map(({ received }) => received)),
      costs: added([own, ...beside].map(({ costs }) => costs)),
      used: added(beside.map(({ used }) => used)),
    },
  };
}

/** What is expected to come in, and to be taken off by kind of cost; what is carried over is in neither. */
export function expectedSums(content: YearPlanContent): GroundSums {
  const costs = content.money.flatMap(({ code, amount }): Record<string, Fen>[] => {
    const kind = costKindOf(code);
    return kind === undefined || amount === 0n ? [] : [{ [kind]: amount }];
  });
  return { received: yearFigures(content).income, costs: added(costs) };
}

/** What each use gets in a year. */
export function usedByUse({ uses }: Pick<YearPlanContent, 'uses'>): Record<string, Fen> {
  return added(uses.map(({ bucket, amount }) => ({ [bucket]: amount })));
}

/** A yearly plan, with the pack it is judged by. */
export interface JudgedYear {
  readonly pack: PolicyPack;
  readonly pool: PoolId;
  /** The day whose numbers hold. */
  readonly on: string;
  readonly content: YearPlanContent;
  readonly ground: PlanGround;
  readonly local: LocalNumbers;
  /** Reasons written for this plan, by the check's key. */
  readonly reasons: Readonly<Record<string, string>>;
}

/**
 * What of the pack can be judged over a year: the amounts it fixes, its gates, floors, caps and exact
 * shares, and the floor on the uses it names. Who gets what is judged when it is given.
 */
export function yearPlanChecks(judged: JudgedYear): PlanCheck[] {
  const { pack, pool, on, local, reasons } = judged;
  const used = yearUseFacts(judged);
  const { planned, distributable } = used;
  const lines = Object.entries(planned).map(([bucket, amount]) => ({ bucket, amount, claims: [] }));
  const { planned: all = '', planned_named: named = '' } = plannedFacts(pack, { pool, lines });
  const facts = { pool, distributable: plainYuan(distributable), planned: all, planned_named: named };
  const ofPlan = judge(pack, { subject: 'plan', facts, on }, local)
    .filter((judgement) => 'planned_named' in judgement.facts)
    .map((judgement): PlanCheck => {
      const key = judgement.ruleId;
      const about = { kind: 'plan', id: '' } as const;
      return { key, about, judgement, reason: reasons[key] ?? '', ...namedShareOf(judgement) };
    });
  const ofUses = judgeUses(used).map(({ about, judgement, standing, ...rest }): PlanCheck => {
    const plain = about.kind === 'plan' || about.kind === 'take';
    const key = plain ? judgement.ruleId : `${judgement.ruleId}:${about.id}`;
    const told = standing === undefined ? {} : { standing: asPlanned(standing) };
    return { key, about, judgement, reason: reasons[key] ?? '', ...rest, ...told };
  });
  return [...ofPlan, ...ofUses];
}

/** What the uses of a yearly plan are judged on. */
export function yearUseFacts({
  pack,
  pool,
  on,
  content,
  ground,
  local,
}: Omit<JudgedYear, 'reasons'>): UseFacts {
  const { expected: distributable } = yearFigures(content);
  return { pack, pool, on, local, distributable, planned: usedByUse(content), ground };
}

/** The same standing, of what is planned: nothing of it was given yet. */
function asPlanned({ code, facts }: Reason): Reason {
  return { code: PLANNED_CODES[code] ?? code, facts };
}

const PLANNED_CODES: Readonly<Record<string, string>> = {
  'split.yearFloorKept': 'yearPlan.yearFloorKept',
  'split.yearFloorBroken': 'yearPlan.yearFloorBroken',
  'split.yearCapKept': 'yearPlan.yearCapKept',
  'split.yearCapBroken': 'yearPlan.yearCapBroken',
};

function added(sums: readonly Readonly<Record<string, Fen>>[]): Record<string, Fen> {
  const total: Record<string, Fen> = {};
  for (const [key, amount] of sums.flatMap((each) => Object.entries(each)))
    total[key] = (total[key] ?? 0n) + amount;
  return total;
}
