import { type Fen, plainYuan } from '../money/fen';
import { judgeLimits, judgementProblems } from '../policy/judge';
import { type Limit, type LocalNumbers, type PolicyPack, type PoolId, poolRulesOf } from '../policy/pack';
import { atomsOf } from '../policy/quantity';
import type { Problem } from '../shared/problem';
import { mostNewIncome, type NewIncome } from './new-income';
import { typedSum } from './plan-facts';

/** What a grant of a use that is a share of new income is judged by, on its day. */
export interface NewIncomeGrant {
  readonly pack: PolicyPack;
  readonly pool: PoolId;
  readonly bucket: string;
  /** What the year's plans granted of each use already, without this one. */
  readonly granted: Readonly<Record<string, Fen>>;
  readonly amount: Fen;
  /** The year of the plan as its books stand; undefined where they do not tell it. */
  readonly newIncome: NewIncome | undefined;
  /** The numbers of that day, with the new income that the village counted. */
  readonly numbers: LocalNumbers;
  /** Why a plan went beyond a limit that asks, by the key of its check. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** The caps on a use that are shares of the year's new income. */
export function newIncomeCaps(pack: PolicyPack, pool: PoolId, bucket: string): Limit[] {
  return (poolRulesOf(pack, pool)?.limits ?? [])
    .filter(({ on, over, atMost }) => {
      const atoms = atMost === undefined ? [] : atomsOf(atMost);
      return over === 'year' && on.includes(bucket) && atoms.some(isNewIncome);
    })
    .map((limit) => ({ ...limit, atLeast: undefined }));
}

/**
 * Judges a grant out of new income on its day, as its plan was judged: what the village counted is no more
 * than its books still tell, the ratio is that of the day, and what the year granted before counts. Income
 * that was taken back since the plan was approved pays nobody. Source: DC 三(一)11.
 * @returns problems `policy.ruleBroken`, `policy.ruleUndecided`, `policy.reasonMissing`
 */
export function newIncomeGrantProblems(of: NewIncomeGrant): Problem[] {
  const { pack, pool, bucket, granted, amount, newIncome, numbers, reasons } = of;
  const typed = typedSum(numbers, 'new_income');
  const most = newIncome === undefined ? undefined : mostNewIncome(newIncome);
  const counted = typed === undefined || most === undefined || typed < most ? typed : most;
  const used = { ...granted, [bucket]: (granted[bucket] ?? 0n) + amount };
  const planned = Object.fromEntries(Object.entries(used).map(([id, fen]) => [id, plainYuan(fen)]));
  const sums = { planned, bases: counted === undefined ? {} : { new_income: plainYuan(counted) } };
  const year = { ...sums, isOver: true };
  const limits = newIncomeCaps(pack, pool, bucket);
  return judgeLimits(pack, { pool, period: sums, year, limits }, numbers).flatMap((judgement) => {
    const reason = reasons[`${judgement.ruleId}:${bucket}`] ?? reasons[judgement.ruleId];
    return judgementProblems([judgement], { field: 'claimId', reason });
  });
}

function isNewIncome(atom: ReturnType<typeof atomsOf>[number]): boolean {
  return atom.kind === 'fact' && atom.id === 'new_income';
}
