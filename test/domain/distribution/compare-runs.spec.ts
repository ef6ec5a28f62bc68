import { type ComparedRuns, compareRuns, usesOfYear } from '../../../src/domain/distribution/compare-runs';
import { dryRun } from '../../../src/domain/distribution/dry-run';
import { plainYuan, sumFen } from '../../../src/domain/money/fen';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readQuantity } from '../../../src/domain/policy/quantity';
import { seeded } from '../policy/seeded';

/** 1,000.00 came in, 200.00 went off; 100.00 carried over: 900.00 to distribute. */
const ground = {
  deductions: [],
  period: { received: 100_000n, costs: { land_rent: 20_000n } },
  year: { year: '2025', isOver: true, received: 100_000n, costs: { land_rent: 20_000n }, used: {} },
};

const FUYANG = '341200/2023-09-21';
const COUNTY = '340121/2022-01-01';
const AOHAN = '150430/2020-01-01';
const LINGTAI = '620822/2019-06-01';
const GUANGXI = '450000/2022-07-19';

type Wish = (pack: PolicyPack) => PolicyPack;

function compare(
  [one, other]: readonly [one: string, other: string],
  decided: Record<string, bigint>,
  { local = {}, change = (pack) => pack }: { local?: Record<string, string>; change?: Wish } = {},
): ComparedRuns {
  const lines = Object.entries(decided).map(([bucket, amount]) => ({ bucket, amount, claims: [] }));
  const facts = { pool: 'pv' as const, distributable: 90_000n, lines, deductions: [], reasons: {} };
  const grounded = { on: '2025-07-01', ground };
  const under = (pack: PolicyPack) => dryRun(pack, { ...facts, grounded }, local);
  return compareRuns(under(seeded.requirePack(one).pack), under(change(seeded.requirePack(other).pack)));
}

const yuan = (fen: bigint | undefined): string => (fen === undefined ? '?' : plainYuan(fen));

/** `posts 500.00: 500.00 → 450.00, -50.00`, for each use that has or would have money. */
const told = ({ uses }: ComparedRuns): string[] =>
  uses
    .filter(({ decided, one, other }) => decided !== undefined || one.wouldBe !== 0n || other.wouldBe !== 0n)
    .map(
      ({ id, decided = 0n, one, other, difference }) =>
        `${id} ${plainYuan(decided)}: ${yuan(one.wouldBe)} → ${yuan(other.wouldBe)}, ${yuan(difference)}`,
    );

/** `AO-1 failed | –` for each check that is not alike. */
const differing = ({ checks }: ComparedRuns): string[] =>
  checks
    .filter(({ isAlike }) => !isAlike)
    .map(({ one, other }) =>
      [one, other]
        .map((check) => (check === undefined ? '–' : `${check.judgement.ruleId} ${check.judgement.outcome}`))
        .join(' | '),
    );

describe('two packs over what was decided', () => {
  const decided = { posts: 50_000n, labour: 10_000n, reward: 6_000n };

  it.each<[rule: string, packs: readonly [string, string], plan: Record<string, bigint>, rows: string[]]>([
    [
      'what both leave to the village is the same, what one does not know is left',
      [COUNTY, AOHAN],
      decided,
      [
        'posts 500.00: 500.00 → 500.00, 0.00',
        'reward 60.00: 60.00 → 0.00, -60.00',
        'labour 100.00: 100.00 → 100.00, 0.00',
      ],
    ],
    [
      'an amount the second one fixes is more or less than what the first one keeps',
      [COUNTY, LINGTAI],
      decided,
      [
        'posts 500.00: 500.00 → 0.00, -500.00',
        'reward 60.00: 60.00 → 0.00, -60.00',
        'labour 100.00: 100.00 → 495.00, 395.00',
        'collective 0.00: 0.00 → 405.00, 405.00',
      ],
    ],
    [
      'the other way round every difference has the other sign',
      [LINGTAI, COUNTY],
      decided,
      [
        'labour 100.00: 495.00 → 100.00, -395.00',
        'collective 0.00: 405.00 → 0.00, -405.00',
        'posts 500.00: 0.00 → 500.00, 500.00',
        'reward 60.00: 0.00 → 60.00, 60.00',
      ],
    ],
    [
      'an amount that wants a number nobody gave has no difference',
      [AOHAN, GUANGXI],
      { posts: 50_000n },
      ['posts 500.00: 500.00 → 0.00, -500.00', 'agreed 0.00: 0.00 → ?, ?'],
    ],
  ])('%s', (_rule, packs, plan, rows) => {
    expect(told(compare(packs, plan))).toEqual(rows);
  });

  it('the differences of the uses and of what is left come to nothing', () => {
    const packs = seeded.listPacks().map(({ pack }) => pack.id);
    for (const one of packs)
      for (const other of packs) {
        const found = compare([one, other], decided, { local: { agreed_due: '40.00' } });
        const differences = [...found.uses, found.left].map(({ difference }) => difference ?? -1n);
        expect(`${one} ${other} ${String(sumFen(differences))}`).toBe(`${one} ${other} 0`);
      }
  });

  it('the money may reach under one and be short under the other', () => {
    const ofEverything: Wish = (pack) => ({
      ...pack,
      pools: pack.pools.map((rules) => ({
        ...rules,
        buckets: rules.buckets.map((bucket) => {
          const amount = readQuantity(`value:${bucket.id}.share of everything_received`);
          return amount === undefined ? bucket : { ...bucket, take: { kind: 'amount' as const, amount } };
        }),
      })),
    });
    const found = compare([COUNTY, LINGTAI], { labour: 80_000n }, { change: ofEverything });
    expect(found.left).toEqual({ decided: 10_000n, one: 10_000n, other: -10_000n, difference: -20_000n });
  });

  it('says nothing of what is left while an amount is not known', () => {
    const { left } = compare([AOHAN, GUANGXI], decided);
    expect(left).toMatchObject({ one: 30_000n, other: undefined, difference: undefined });
  });

  it('gives each use the clause of each pack, and the bound it is held to', () => {
    const [posts] = compare([FUYANG, COUNTY], decided).uses;
    expect([posts?.one.cite, posts?.other.cite]).toEqual([expect.any(String), expect.any(String)]);
    const collective = compare([COUNTY, LINGTAI], decided).uses.find(({ id }) => id === 'collective');
    expect(collective?.other.bound).toMatchObject({ side: 'exact', amount: 40_500n });
    expect(collective?.one).toMatchObject({ by: 'unknown', cite: undefined, bound: undefined });
  });

  describe('the checks of the plan as it was decided', () => {
    const stricter: Wish = (pack) => ({
      ...pack,
      values: pack.values.map((value) => (value.unit === 'share' ? { ...value, value: '0.9' } : value)),
    });

    it('are alike where the same rule says the same by the same amount', () => {
      expect(differing(compare([COUNTY, COUNTY], decided))).toEqual([]);
      expect(compare([COUNTY, COUNTY], decided).checks.length).toBeGreaterThan(0);
    });

    it.each([
      ['met by one, missed by the other', { posts: 71_999n }, ['CF-1 passed | CF-1 failed']],
      ['met by both, by another amount', { posts: 72_000n }, ['CF-1 passed | CF-1 passed']],
      ['missed by both, by another amount', { posts: 10_000n }, ['CF-1 failed | CF-1 failed']],
    ])('differ where a number of a rule is another: %s', (_what, plan, said) => {
      const found = compare([COUNTY, COUNTY], plan, { change: stricter });
      expect(differing(found)).toEqual(said);
      const [{ one, other } = { one: undefined, other: undefined }] = found.checks.filter(
        ({ isAlike }) => !isAlike,
      );
      expect([one, other].map((check) => check?.bounds[0]?.amount)).toEqual([48_000n, 72_000n]);
    });

    it('stand alone where the other pack has no such rule, each of them once', () => {
      const found = compare([COUNTY, AOHAN], decided);
      const ids = (side: 'one' | 'other'): string[] =>
        found.checks.flatMap((check) => check[side]?.judgement.ruleId ?? []);
      expect(new Set(ids('one')).size).toBe(ids('one').length);
      expect(differing(found)).toEqual(expect.arrayContaining(['CF-1 passed | –', '– | AO-1 failed']));
    });

    it('stand together under other numbers where they compare the same uses from the same side', () => {
      const renamed: Wish = (pack) => ({
        ...pack,
        pools: pack.pools.map((rules) => ({
          ...rules,
          limits: rules.limits.map((limit) => ({ ...limit, id: `X-${limit.id}` })),
        })),
      });
      const pairs = compare([COUNTY, COUNTY], { posts: 71_999n }, { change: renamed }).checks.map(
        ({ one, other }) => [one, other].map((check) => check?.judgement.ruleId ?? '–').join(' | '),
      );
      expect(pairs).toContain('CF-1 | X-CF-1');
    });
  });

  it('sums the uses of a year, and knows none of which a part is not known', () => {
    const first = compare([COUNTY, LINGTAI], { labour: 10_000n });
    const second = compare([COUNTY, LINGTAI], { labour: 20_000n, posts: 5_000n });
    const year = usesOfYear([first, second]);
    expect(year.find(({ id }) => id === 'labour')).toEqual({
      ...{ id: 'labour', decided: 30_000n, one: 30_000n, other: 99_000n, difference: 69_000n },
    });
    expect(year.find(({ id }) => id === 'posts')).toMatchObject({ one: 5_000n, other: 0n });
    const open = usesOfYear([compare([AOHAN, GUANGXI], decided), compare([AOHAN, GUANGXI], decided)]);
    expect(open.find(({ id }) => id === 'agreed')).toMatchObject({
      ...{ one: 0n, other: undefined, difference: undefined },
    });
  });
});
