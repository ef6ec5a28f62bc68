import fc from 'fast-check';
import { exactAmounts } from '../../../src/domain/distribution/exact-limits';
import { explainPlan } from '../../../src/domain/distribution/explain-plan';
import { planChecks } from '../../../src/domain/distribution/plan-checks';
import { sumFen } from '../../../src/domain/money/fen';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readQuantity } from '../../../src/domain/policy/quantity';
import { seeded } from '../policy/seeded';
import { bound, halfYear, packWith, type Raw } from './small-plans';

/** 80 % for people and 20 % for works, both `exactly`. */
const AOHAN = seeded.requirePack('150430/2020-01-01').pack;

/** The pack with other shares for the two. */
function withShares(people: string, works: string): PolicyPack {
  const shares: Readonly<Record<string, string>> = { 'AO-1': people, 'AO-2': works };
  return {
    ...AOHAN,
    pools: AOHAN.pools.map((rules) => ({
      ...rules,
      limits: rules.limits.map((limit) => {
        const exactly = readQuantity(`${shares[limit.id] ?? '0'} of distributable`);
        if (exactly === undefined) throw new Error('no quantity');
        return { ...limit, atLeast: exactly, atMost: exactly };
      }),
    })),
  };
}

type Plan = Readonly<Record<'posts' | 'works', bigint>>;

/** What both limits say of a plan: shortfalls as positive, excesses as negative fen; zero where it holds. */
function told(pack: PolicyPack, distributable: bigint, plan: Plan) {
  const sums = { received: distributable, costs: {} };
  const lines = Object.entries(plan).map(([bucket, amount]) => ({ bucket, amount, claims: [] }));
  const ground = { deductions: [], period: sums, year: { year: '2025', isOver: true, used: {}, ...sums } };
  const facts = { pool: 'pv' as const, distributable, lines, deductions: [], reasons: {} };
  const checks = planChecks(pack, { ...facts, grounded: { on: '2025-07-01', ground } });
  const offBy = (ruleId: string): bigint => {
    const judgement = checks.find((each) => each.judgement.ruleId === ruleId)?.judgement;
    if (judgement?.outcome === 'passed') return 0n;
    const { shortfall, excess } = judgement?.facts ?? {};
    if (typeof shortfall === 'bigint') return shortfall;
    return typeof excess === 'bigint' ? -excess : 999n;
  };
  return { posts: offBy('AO-1'), works: offBy('AO-2') };
}

const followed = (pack: PolicyPack, distributable: bigint, plan: Plan): Plan => {
  const { posts, works } = told(pack, distributable, plan);
  return { posts: plan.posts + posts, works: plan.works + works };
};

/** A limit that fixes a share of what there is to distribute for one use. */
const exactly = (id: string, on: string, share: string): Raw =>
  bound({ id, on, exactly: `${share} of distributable` });
const OF_YEAR = { exactly: '0.5 of everything_received', over: 'year' };

describe('limits that say exactly', () => {
  it.each<[what: string, pack: PolicyPack, distributable: bigint, plan: Plan, mended: Plan]>([
    ['both short', AOHAN, 8_122_028n, { posts: 0n, works: 0n }, { posts: 6_497_622n, works: 1_624_406n }],
    [
      'one over, one short',
      AOHAN,
      8_122_028n,
      { posts: 8_000_000n, works: 0n },
      { posts: 6_497_622n, works: 1_624_406n },
    ],
    [
      'half a fen each, both over',
      withShares('0.5', '0.5'),
      101n,
      { posts: 100n, works: 100n },
      { posts: 51n, works: 50n },
    ],
  ])('tell amounts that come to the whole: %s', (_what, pack, distributable, plan, mended) => {
    expect(followed(pack, distributable, plan)).toEqual(mended);
  });

  it.each<[what: string, plan: Plan, off: Plan]>([
    ['as rounded together', { posts: 2_777_410n, works: 694_353n }, { posts: 0n, works: 0n }],
    ['the odd fen to the other', { posts: 2_777_411n, works: 694_352n }, { posts: 0n, works: 0n }],
    [
      'a fen left over goes to the part cut most',
      { posts: 2_777_410n, works: 694_352n },
      { posts: 0n, works: 1n },
    ],
    ['a fen too much', { posts: 2_777_411n, works: 694_353n }, { posts: -1n, works: 0n }],
    [
      'one that holds gives way where the other is short',
      { posts: 2_777_411n, works: 694_350n },
      { posts: -1n, works: 3n },
    ],
  ])('of all there is leave nothing over (27,774.104 + 6,943.526): %s', (_what, plan, off) => {
    expect(told(AOHAN, 3_471_763n, plan)).toEqual(off);
  });

  it('that are not all there is are each met by the fen on either side', () => {
    // 49 % each of 1.01: 0.4949.
    for (const posts of [49n, 50n])
      for (const works of [49n, 50n])
        expect(told(withShares('0.49', '0.49'), 101n, { posts, works })).toEqual({ posts: 0n, works: 0n });
  });

  it.each<{ rule: string; limits: Raw[]; over?: 'period' | 'year'; amounts: [string, bigint][] }>([
    {
      rule: 'two that share a fen: the smaller number has it',
      limits: [exactly('XX-A', 'posts', '0.5'), exactly('XX-B', 'reward', '0.5')],
      amounts: [
        ['XX-A', 5_001n],
        ['XX-B', 5_000n],
      ],
    },
    {
      rule: 'one of the year is not rounded with one of the period',
      limits: [exactly('XX-A', 'posts', '0.3333'), { ...exactly('XX-B', 'reward', '0.5'), ...OF_YEAR }],
      amounts: [['XX-A', 3_333n]],
    },
    {
      rule: 'of the year, of what came in over the year',
      limits: [exactly('XX-A', 'posts', '0.3333'), { ...exactly('XX-B', 'reward', '0.5'), ...OF_YEAR }],
      over: 'year',
      amounts: [['XX-B', 6_000n]],
    },
    {
      rule: 'a floor, a cap and both of them fix nothing',
      limits: [
        bound({ id: 'XX-A', at_least: '0.5 of distributable' }),
        bound({ id: 'XX-B', at_most: '0.5 of distributable', on: 'reward' }),
        bound({
          id: 'XX-C',
          at_least: '0.1 of distributable',
          at_most: '0.5 of distributable',
          on: 'reward',
        }),
      ],
      amounts: [],
    },
    {
      rule: 'one whose number nobody gave is not among them, the others are',
      limits: [exactly('XX-A', 'posts', 'need:main.floor'), exactly('XX-B', 'reward', '0.25')],
      amounts: [['XX-B', 2_500n]],
    },
  ])('are rounded together: $rule', ({ limits, over = 'period', amounts }) => {
    expect([...exactAmounts(halfYear(packWith({ limits })), over)]).toEqual(amounts);
  });

  it('fix nothing in a pool the document does not speak of', () => {
    const pack = packWith({ limits: [exactly('XX-A', 'posts', '0.5')] });
    expect([...exactAmounts({ ...halfYear(pack), pool: 'other' }, 'period')]).toEqual([]);
  });

  it('are explained with the fen they are held to', () => {
    const sums = { received: 101n, costs: {} };
    const year = { year: '2025', isOver: true, used: {}, ...sums };
    const explained = explainPlan({
      ...{ pack: withShares('0.5', '0.5'), pool: 'pv', on: '2025-07-01', local: {}, claims: [] },
      ...{ carriedOver: 0n, distributable: 101n, planned: { posts: 51n, works: 50n } },
      ground: { deductions: [], period: sums, year },
    });
    const limits = explained.inputs.filter(({ label }) => label === 'exactly');
    expect(limits.map(({ result }) => result)).toEqual([51n, 50n]);
  });

  it('pass, and give all away, once what they say is followed to the fen', () => {
    const hundredths = fc.integer({ min: 1, max: 99 });
    const amounts = fc.bigInt({ min: 0n, max: 99_999_999n });
    fc.assert(
      fc.property(hundredths, fc.bigInt({ min: 200n, max: 99_999_999n }), amounts, amounts, (...drawn) => {
        const [share, distributable, posts, works] = drawn;
        const pack = withShares(
          `0.${String(share).padStart(2, '0')}`,
          `0.${String(100 - share).padStart(2, '0')}`,
        );
        const plan = followed(pack, distributable, { posts, works });
        expect(told(pack, distributable, plan)).toEqual({ posts: 0n, works: 0n });
        expect(sumFen(Object.values(plan))).toBe(distributable);
      }),
      { numRuns: 300, seed: 20251126 },
    );
  });
});
