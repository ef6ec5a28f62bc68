import { type Fen, plainYuan, sumFen } from '../money/fen';
import { ratio, shareText } from '../money/ratio';
import { type Judgement, judge, judgeLimits, type PlannedSums } from '../policy/judge';
import { isExact } from '../policy/limit';
import { type Bucket, bucketsOf, DENOMINATORS, type Limit, poolRulesOf } from '../policy/pack';
import { exactAmounts, exactShares } from './exact-limits';
import { wholeFacts, wholesOf } from './plan-facts';
import type { GroundSums } from './plan-ground';
import { missTheWhole } from './round-shares';
import { judgeTakes, type LimitShare, type UseJudgement } from './plan-takes';
import { standingInYear } from './plan-year';
import { roundedDown, roundedUp } from './stated-amount';
import { isBucket, periodWholes, usedInYear, type UseFacts } from './use-facts';
import { yearReason } from './year-standing';

/** Every limit, gate and fixed amount of the plan's pool, in the order of the pack. */
export function judgeUses(facts: UseFacts): UseJudgement[] {
  const buckets = bucketsOf(facts.pack, facts.pool);
  return [
    ...judgeTakes(facts, buckets),
    ...buckets.flatMap((bucket) => judgeGate(facts, bucket)),
    ...judgePlanLimits(facts),
  ];
}

function judgePlanLimits(facts: UseFacts): UseJudgement[] {
  const { pack, pool, on, local, ground } = facts;
  const ofYear = { ...plannedSums(facts, ground.year, usedInYear(facts)), isOver: ground.year.isOver };
  const ofPeriod = plannedSums(facts, ground.period, facts.planned);
  const period = { ...ofPeriod, bases: wholeFacts(periodWholes(facts)) };
  const sums = { pool, on, period, year: ofYear };
  const limits = poolRulesOf(pack, pool)?.limits ?? [];
  return limits.flatMap((limit) =>
    judgeLimits(pack, { ...sums, limits: [limit] }, local).map((judged): UseJudgement => {
      const told = isExact(limit) ? toldExactly(facts, limit, judged) : { judgement: judged };
      const standing = standingInYear(limit, facts);
      const reckoned =
        standing === undefined ? shareOf(limit, told.judgement) : { standing: yearReason(standing) };
      return { about: aboutOf(facts, limit), ...reckoned, ...told };
    }),
  );
}

/** A limit on one use alone is about that use; on several, or on costs, about the plan. */
function aboutOf(facts: UseFacts, { on }: Limit): UseJudgement['about'] {
  const [only = '', ...others] = on;
  const isAlone = others.length === 0 && isBucket(facts, only);
  return isAlone ? { kind: 'line', id: only } : { kind: 'plan', id: '' };
}

/**
 * What misses an exact share is told up to the whole fen that all of them are rounded to together. So is one
 * that is met by a fen beside it, where all of them together leave a fen of what is all shared out.
 */
function toldExactly(
  facts: UseFacts,
  limit: Limit,
  judged: Judgement,
): Pick<UseJudgement, 'judgement' | 'standing'> {
  const asked = exactAmounts(facts, limit.over).get(limit.id);
  const { planned } = judged.facts;
  if (asked === undefined || typeof planned !== 'bigint') return { judgement: judged };
  const missed = limit.over === 'period' && planned !== asked ? missedTogether(facts) : undefined;
  if (judged.outcome !== 'failed' && missed === undefined) return { judgement: judged };
  const off = planned < asked ? { shortfall: asked - planned } : { excess: planned - asked };
  const judgement: Judgement = { ...judged, outcome: 'failed', facts: { ...judged.facts, ...off } };
  if (judged.outcome === 'failed' || missed === undefined) return { judgement };
  return { judgement, standing: { code: 'split.exactTogether', facts: { ...missed, asked } } };
}

/** What the exact limits of the period came to, where they are all there is and came to another sum. */
function missedTogether(facts: UseFacts): { readonly whole: Fen; readonly planned: Fen } | undefined {
  const shares = exactShares(facts, 'period');
  const limits = (poolRulesOf(facts.pack, facts.pool)?.limits ?? []).filter(({ id }) =>
    shares.some((share) => share.id === id),
  );
  const uses = limits.flatMap(({ on }) => on);
  if (!uses.every((id) => isBucket(facts, id))) return undefined;
  const sums = { whole: facts.distributable, planned: sumFen(uses.map((id) => facts.planned[id] ?? 0n)) };
  return missTheWhole(shares, sums) ? sums : undefined;
}

/** The part that was compared, in hundredths of a per cent: a floor is not looked at from above. */
function shareOf(limit: Limit, { facts }: Judgement): { readonly share?: LimitShare } {
  const of = DENOMINATORS.find((each) => typeof facts[each] === 'bigint');
  const whole = of === undefined ? undefined : facts[of];
  const { planned } = facts;
  if (of === undefined || typeof planned !== 'bigint' || typeof whole !== 'bigint' || whole <= 0n) return {};
  const exact = ratio(planned * 10_000n, whole);
  const hundredths = limit.atLeast === undefined ? roundedUp(exact) : roundedDown(exact);
  return { share: { planned, whole, of, percent: shareText(ratio(hundredths, 10_000n)) } };
}

/** The arithmetic of a floor on the uses the document names, which is a share of all that is planned. */
export function namedShareOf({ facts }: Judgement): { readonly share?: LimitShare } {
  const { planned_named: planned, planned: whole } = facts;
  if (typeof planned !== 'bigint' || typeof whole !== 'bigint' || whole <= 0n) return {};
  const hundredths = roundedDown(ratio(planned * 10_000n, whole));
  return { share: { planned, whole, of: 'planned', percent: shareText(ratio(hundredths, 10_000n)) } };
}

/** Sums by use, else by cost, in yuan: what is both a use and a cost of the pack is a use. */
function plannedSums(facts: UseFacts, sums: GroundSums, used: Readonly<Record<string, Fen>>): PlannedSums {
  const { pack, pool, local } = facts;
  const costs = Object.entries(sums.costs).filter(([kind]) => !isBucket(facts, kind));
  const planned = [...costs, ...Object.entries(used)];
  return {
    planned: Object.fromEntries(planned.map(([id, amount]): [string, string] => [id, plainYuan(amount)])),
    bases: wholeFacts(wholesOf(sums, { pack, pool, local })),
  };
}

/** A use behind a gate may have money only where the gate is open. */
function judgeGate(facts: UseFacts, { id, gate }: Bucket): UseJudgement[] {
  const { pack, pool, on, local, distributable, planned } = facts;
  if (gate === undefined || (planned[id] ?? 0n) === 0n) return [];
  const record = { pool, bucket: id, distributable: plainYuan(distributable) };
  return judge(pack, { subject: 'gate', facts: record, on }, local)
    .filter(({ ruleId }) => ruleId === gate)
    .map((judgement) => ({ about: { kind: 'line', id }, judgement }));
}
