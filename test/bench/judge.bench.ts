import { join } from 'node:path';
import { planChecks } from '../../src/domain/distribution/plan-checks';
import { planLines } from '../../src/domain/distribution/distribution-plan';
import { usesByPack } from '../../src/domain/distribution/split-by-pack';
import { splitSurplus } from '../../src/domain/distribution/split-surplus';
import { sumFen } from '../../src/domain/money/fen';
import { bucketsOf, type PolicyPack } from '../../src/domain/policy/pack';
import type { Claim } from '../../src/domain/uses/claim';
import { loadPacks } from '../../src/features/policy/pack-files';
import { randomFrom } from './entries';
import type { Measured } from './run';

const VILLAGES = 500;
const CLAIMS = 12;
const ROUNDS = 9;
const SEED = 20_250_711;
const PACK = '341200/2023-09-21';
const DAY = '2025-07-11';

/** A plan as a village hands it in: what there is, and who is to get how much. */
interface VillagePlan {
  readonly distributable: bigint;
  readonly claims: readonly Claim[];
}

/**
 * One plan of each village of a county: its lines drawn, every rule of the pack judged over them, the surplus
 * split into the uses of the pack. No driver does this work, so its floor is a promise: a county a second.
 */
export function benchJudge(): Promise<Measured[]> {
  const pack = loadPacks(join(process.cwd(), 'seeds')).find((loaded) => loaded.pack.id === PACK)?.pack;
  if (pack === undefined) throw new Error(`no pack ${PACK}`);
  const buckets = bucketsOf(pack, 'pv').map((bucket) => bucket.id);
  const plans = countyPlans(buckets);
  const times = Array.from({ length: ROUNDS }, () =>
    timeOf(() => plans.filter((plan) => isInOrder(pack, plan, buckets)).length),
  );
  return Promise.resolve([
    {
      work: `judge and split ${String(VILLAGES)} plans of ${String(CLAIMS)} claims`,
      ours: median(times),
      floor: 1_000,
      unit: 'ms',
      goal: 1,
      note: `${(median(times) / VILLAGES).toFixed(3)} ms a plan`,
    },
  ]);
}

function countyPlans(buckets: readonly string[]): VillagePlan[] {
  const random = randomFrom(SEED);
  return Array.from({ length: VILLAGES }, (_, village) => {
    const claims = Array.from({ length: CLAIMS }, (__, place): Claim => {
      return {
        id: `${String(village)}-${String(place)}`,
        pool: 'pv',
        bucket: buckets[place % buckets.length] ?? 'other',
        forWhat: 'bench',
        beneficiaries: 1,
        unit: 'person',
        targetGroup: 'lifted_out',
        amount: BigInt(1 + Math.floor(random() * 1_000_000)),
      };
    });
    const asked = sumFen(claims.map((claim) => claim.amount));
    return { claims, distributable: asked + BigInt(Math.floor(random() * 1_000_000)) };
  });
}

function isInOrder(pack: PolicyPack, plan: VillagePlan, buckets: readonly string[]): boolean {
  const { distributable, claims } = plan;
  const { lines } = planLines(distributable, claims, buckets);
  const checks = planChecks(pack, { pool: 'pv', distributable, lines, deductions: [], reasons: {} });
  const takes = Object.fromEntries(
    lines.map(({ bucket, amount }) => [bucket, { kind: 'fixed', amount } as const]),
  );
  const ground = {
    pool: 'pv',
    on: DAY,
    local: {},
    wholes: { after_deductions: distributable },
    gateFacts: {},
  } as const;
  const split = splitSurplus(distributable, usesByPack(pack, { takes, claims: {} }, ground));
  return split.outcome === 'split' && checks.length > 0;
}

/** Milliseconds for the whole county; every plan of it is in order. */
function timeOf(judgeCounty: () => number): number {
  const start = performance.now();
  if (judgeCounty() !== VILLAGES) throw new Error('a plan of the county is not in order');
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}
