import { type DryRun, dryRun } from '../../../src/domain/distribution/dry-run';
import type { PlanFacts } from '../../../src/domain/distribution/plan-checks';
import { villageNumbers } from '../../../src/domain/distribution/plan-numbers';
import { boundOf } from '../../../src/domain/distribution/plan-bounds';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readQuantity } from '../../../src/domain/policy/quantity';
import { plainYuan, sumFen } from '../../../src/domain/money/fen';
import { seeded } from '../policy/seeded';

/** 1,000.00 came in, 200.00 went off; 100.00 carried over: 900.00 to distribute. */
const ground = {
  deductions: [],
  period: { received: 100_000n, costs: { land_rent: 20_000n } },
  year: { year: '2025', isOver: true, received: 100_000n, costs: { land_rent: 20_000n }, used: {} },
};

/** The pack with its uses as shares of everything received. */
const ofEverything = (pack: PolicyPack): PolicyPack => ({
  ...pack,
  pools: pack.pools.map((rules) => ({
    ...rules,
    buckets: rules.buckets.map((bucket) => {
      const text = `value:${bucket.id}.share of everything_received`;
      const amount = readQuantity(text);
      return amount === undefined ? bucket : { ...bucket, take: { kind: 'amount' as const, amount } };
    }),
  })),
});

function run(
  packId: string,
  decided: Record<string, bigint>,
  local = {},
  pool: PlanFacts['pool'] = 'pv',
  change: (pack: PolicyPack) => PolicyPack = (pack) => pack,
) {
  const lines = Object.entries(decided).map(([bucket, amount]) => ({ bucket, amount, claims: [] }));
  const facts = { pool, distributable: 90_000n, lines, deductions: [], reasons: {} };
  const pack = change(seeded.requirePack(packId).pack);
  return dryRun(pack, { ...facts, grounded: { on: '2025-07-01', ground } }, local);
}

const told = ({ uses }: DryRun): string[] =>
  uses
    .filter(({ decided, wouldBe }) => decided !== undefined || wouldBe !== 0n)
    .map(({ id, by, decided = 0n, wouldBe }) => `${id} ${by} ${plainYuan(decided)} ${yuan(wouldBe)}`);

const yuan = (fen: bigint | undefined): string => (fen === undefined ? '?' : plainYuan(fen));

const blocked = ({ checks }: DryRun): string[] =>
  checks
    .filter(({ judgement }) => judgement.outcome === 'failed' && judgement.force === 'block')
    .map(({ judgement }) => judgement.ruleId);

describe('a pack run over what was decided', () => {
  const decided = { posts: 50_000n, labour: 10_000n, reward: 6_000n };

  it('keeps what the document leaves to the village, and leaves what it does not know', () => {
    const found = run('340121/2022-01-01', decided);
    expect(told(found)).toEqual([
      'posts village 500.00 500.00',
      'reward village 60.00 60.00',
      'labour village 100.00 100.00',
    ]);
    const elsewhere = run('150430/2020-01-01', decided);
    expect(told(elsewhere)).toEqual([
      'posts village 500.00 500.00',
      'labour village 100.00 100.00',
      'reward unknown 60.00 0.00',
    ]);
    expect([elsewhere.decidedLeft, elsewhere.left].map(yuan)).toEqual(['240.00', '300.00']);
  });

  it('judges a share of a year by the books of that year, on both sides of its floor', () => {
    expect(blocked(run('340121/2022-01-01', { posts: 48_000n }))).toEqual([]);
    expect(blocked(run('340121/2022-01-01', { posts: 47_999n }))).toEqual(['CF-1']);
  });

  it('names each share that was not met, to the fen', () => {
    expect(blocked(run('150430/2020-01-01', { posts: 72_000n, works: 18_000n }))).toEqual([]);
    const missed = run('150430/2020-01-01', { posts: 72_001n, works: 17_999n });
    expect(blocked(missed)).toEqual(['AO-1', 'AO-2']);
  });

  it('stays undecided where the county has given no number, and is judged where it has', () => {
    const found = (local: Record<string, string>): string[] =>
      run('341200/2023-09-21', { posts: 50_000n, other: 20_000n }, local)
        .checks.filter(({ judgement }) => judgement.ruleId === 'FY-07c')
        .map(({ judgement }) => judgement.outcome);
    expect(found({})).toEqual(['undecided']);
    expect(found({ 'main_use.floor': '0.71' })).toEqual(['passed']);
    expect(found({ 'main_use.floor': '0.72' })).toEqual(['failed']);
  });

  it('says by how much more would be asked than there was', () => {
    // Shares of everything that came, 1,000.00, where only 900.00 is left of it.
    const found = run('620822/2019-06-01', { labour: 90_000n }, {}, 'pv', ofEverything);
    expect(found.left).toBe(-10_000n);
    expect(found.problems.map(({ code }) => code)).toEqual(['split.aboveLeft']);
  });

  it.each([
    // 55 % of 900.01 is 495.0055, 45 % is 405.0045: the odd fen goes where more was cut off
    { distributable: 90_001n, labour: 49_501n, collective: 40_500n },
    // 55 % of 900.10 is 495.055, 45 % is 405.045: half a fen on either side, the smaller id has it
    { distributable: 90_010n, labour: 49_505n, collective: 40_505n },
  ])('rounds $distributable once: the table, the check and the bound name one amount', (given) => {
    const { pack } = seeded.requirePack('620822/2019-06-01');
    const { distributable, labour, collective } = given;
    const lines = [{ bucket: 'labour', amount: labour - 2n, claims: [] }];
    const facts = { pool: 'pv' as const, distributable, lines, deductions: [], reasons: {} };
    const found = dryRun(pack, { ...facts, grounded: { on: '2025-07-01', ground } }, {});
    expect(found.uses.map(({ id, wouldBe }) => [id, wouldBe])).toEqual([
      ['labour', labour],
      ['collective', collective],
    ]);
    const asked = found.checks.map(({ judgement }) => judgement.facts);
    expect(asked).toMatchObject([{ asked: labour, shortfall: 2n }, { asked: collective }]);
    const judged = {
      pack,
      pool: 'pv' as const,
      on: '2025-07-01',
      local: {},
      distributable,
      planned: {},
      ground,
    };
    expect(pack.pools[0]?.buckets.map((bucket) => boundOf(judged, bucket)?.amount)).toEqual([
      labour,
      collective,
    ]);
    expect(labour + collective).toBe(distributable);
  });

  it('says which number is missing rather than a zero, and then not what is left', () => {
    const dues = run('450000/2022-07-19', { target: 30_000n });
    const agreed = dues.uses.find(({ by }) => by === 'agreement');
    expect([agreed?.wouldBe, agreed?.missing, dues.left]).toEqual([undefined, ['agreed_due'], undefined]);
    const given = run('450000/2022-07-19', { target: 30_000n }, { agreed_due: '40.00' });
    expect(told(given)).toEqual(['agreed agreement 0.00 40.00', 'target village 300.00 300.00']);
    expect(given.left).toBe(56_000n);
    const earlier = run('450000/2022-07-19', { target: 30_000n, agreed: 4_000n });
    expect([earlier.uses[0]?.wouldBe, earlier.left]).toEqual([4_000n, 56_000n]);
    // The first of two shares is one of a sum nobody gave: the other one stays known, what is left does not.
    const ofNew = (pack: PolicyPack): PolicyPack => ({
      ...pack,
      pools: pack.pools.map((rules) => ({
        ...rules,
        buckets: rules.buckets.map((bucket, index) => {
          const amount = readQuantity(`value:${bucket.id}.share of new_income`);
          return index > 0 || amount === undefined ? bucket : { ...bucket, take: { kind: 'amount', amount } };
        }),
      })),
    });
    const found = run('620822/2019-06-01', { labour: 10_000n }, {}, 'pv', ofNew);
    expect(told(found)).toEqual(['labour document 100.00 ?', 'collective document 0.00 405.00']);
    expect([found.uses[0]?.missing, found.left]).toEqual([['new_income'], undefined]);
  });

  it('holds a use to the bound of the pack on it alone, and a check to the amount of its limit', () => {
    const found = run('340121/2022-01-01', { posts: 47_999n });
    const floor = { side: 'floor', amount: 48_000n };
    expect(found.checks.find(({ judgement }) => judgement.ruleId === 'CF-1')).toMatchObject({
      bounds: [floor],
      judgement: { facts: { shortfall: 1n } },
    });
  });

  it('takes what the village decided for its plan, of all that the pack asks the village for', () => {
    const number = { from: undefined, paper: undefined };
    const kept = [
      { ...number, id: 'new_income', decidedBy: 'village' as const, value: '1000.00' },
      { ...number, id: 'bonus.ratio', decidedBy: 'county' as const, value: '0.1' },
      { ...number, id: 'posts.pay', decidedBy: 'village' as const, value: '300.00' },
    ];
    const decided = (pack: PolicyPack) => villageNumbers(pack, 'pv', kept);
    const { pack } = seeded.requirePack('530113/2022-09-19');
    expect(decided(pack)).toEqual({ new_income: '1000.00' });
    expect(decided(seeded.requirePack('341200/2023-09-21').pack)).toEqual({});
    const own = { unit: 'yuan' as const, decidedBy: 'village' as const, cite: '', says: '' };
    const rules = pack.rules.filter(({ subject }) => subject === 'plan').slice(0, 1);
    expect(rules).toHaveLength(1);
    const need = { kind: 'need' as const, id: 'posts.pay' };
    const condition = { kind: 'amounts' as const, left: need, operator: 'at_most' as const, right: need };
    const asking = { ...pack, needs: [...pack.needs, { ...own, id: 'posts.pay' }] };
    const withRule = {
      ...asking,
      rules: [...pack.rules, ...rules.map((r) => ({ ...r, id: 'X', when: [], need: [condition] }))],
    };
    expect(decided(withRule)).toEqual({ new_income: '1000.00', 'posts.pay': '300.00' });
  });

  it.each(seeded.listPacks().map(({ pack }) => pack.id))('adds up on both sides under %s', (packId) => {
    for (const pool of ['pv', 'other'] as const) {
      const found = run(packId, { ...decided, decided: 4_000n }, { agreed_due: '40.00' }, pool);
      expect(sumFen([...found.uses, { wouldBe: found.left }].map((use) => use.wouldBe ?? -1n))).toBe(90_000n);
      expect(sumFen(found.uses.map((use) => use.decided ?? 0n)) + found.decidedLeft).toBe(90_000n);
    }
  });
});
