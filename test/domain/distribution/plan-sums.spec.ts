import { checkProblems, planChecks, type PlanFacts } from '../../../src/domain/distribution/plan-checks';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import type { Claim } from '../../../src/domain/uses/claim';
import { rule } from '../policy/small-pack';
import { bound, halfYear, packWith } from './small-plans';

/** What a plan gives to the uses of the small pack, the costs before it, and what agreements ask. */
interface Sums {
  readonly posts: bigint;
  readonly reward: bigint;
  readonly other: bigint;
  readonly costs: Record<string, bigint>;
  readonly due: string;
}

const claim = (bucket: string, amount: bigint, targetGroup: Claim['targetGroup']): Claim => ({
  ...{ id: `${bucket}-${targetGroup}`, pool: 'pv', bucket, forWhat: 'x' },
  ...{ beneficiaries: 1, unit: 'person', targetGroup, amount },
});
const lineOf = (bucket: string, ...claims: Claim[]): PlanFacts['lines'][number] => {
  return { bucket, amount: claims.reduce((sum, each) => sum + each.amount, 0n), claims };
};
const POSTS = lineOf('posts', claim('posts', 60_000n, 'lifted_out'));
const FACTS: PlanFacts = { pool: 'pv', distributable: 100_000n, lines: [], deductions: [], reasons: {} };

describe('a plan under a pack of a county', () => {
  const HALF = '0.5 of distributable';
  const grounded = (
    pack: PolicyPack,
    received = 12_000n,
    costs: Record<string, bigint> = { land_rent: 1_999n },
  ) => {
    const { on, ground } = halfYear(pack);
    return { on, ground: { ...ground, period: { received, costs } } };
  };

  it.each<{ rule: string; posts: bigint; problems: object[] }>([
    { rule: 'nothing where the fixed amount is met', posts: 5_000n, problems: [] },
    {
      rule: 'a fixed amount that is missed',
      posts: 4_999n,
      problems: [
        {
          ...{ code: 'plan.takeMissed', field: 'reasons.take:posts' },
          facts: { planned: 4_999n, asked: 5_001n, shortfall: 2n, use: '岗位' },
        },
      ],
    },
    {
      rule: 'a fixed amount that is passed',
      posts: 5_002n,
      problems: [
        {
          ...{ code: 'plan.takeExceeded', field: 'reasons.take:posts' },
          facts: { planned: 5_002n, asked: 5_001n, excess: 1n, use: '岗位' },
        },
      ],
    },
  ])('is refused for $rule', ({ posts, problems: expected }) => {
    const pack = packWith({ uses: { posts: { take: HALF }, other: { take: 'village', order: 1 } } });
    const lines = [lineOf('posts', claim('posts', posts, 'others'))];
    const checks = planChecks(pack, { ...FACTS, distributable: 10_001n, lines, grounded: grounded(pack) });
    expect(checkProblems(checks)).toEqual(expected);
    expect(checks.map(({ key, about }) => [key, about.kind, about.id])).toEqual([
      ['XX-1', 'plan', ''],
      ['take:posts', 'take', 'posts'],
    ]);
  });

  it('is undecided, which is refused, while a fixed share waits for its number', () => {
    const take = 'need:main.floor of distributable';
    const pack = packWith({ uses: { posts: { take }, other: { take: 'village', order: 1 } } });
    const facts = { ...FACTS, distributable: 10_001n, grounded: grounded(pack) };
    expect(checkProblems(planChecks(pack, facts))).toEqual([
      {
        ...{ code: 'policy.ruleUndecided', field: 'reasons.take:posts' },
        facts: { rule: 'take:posts', clause: 'uses', says: '岗位', missing: ['main.floor'] },
      },
    ]);
    expect(
      checkProblems(
        planChecks(
          pack,
          { ...facts, lines: [lineOf('posts', claim('posts', 5_000n, 'others'))] },
          { 'main.floor': '0.5' },
        ),
      ),
    ).toEqual([]);
  });

  it.each<{ need: string; change: Partial<Sums>; outcome: string }>([
    { need: 'planned at_most received', change: { posts: 12_000n }, outcome: 'passed' },
    { need: 'planned at_most received', change: { posts: 12_001n }, outcome: 'failed' },
    { need: 'deducted at_most planned:posts', change: { posts: 1_999n }, outcome: 'passed' },
    { need: 'deducted at_most planned:posts', change: { posts: 1_998n }, outcome: 'failed' },
    {
      need: 'deducted at_most planned:posts',
      change: { posts: 1_999n, costs: { land_rent: 1_000n, other: 1_000n } },
      outcome: 'failed',
    },
    { need: 'planned:posts at_most planned:reward', change: { posts: 5n, reward: 5n }, outcome: 'passed' },
    { need: 'planned:posts at_most planned:reward', change: { posts: 5n, reward: 4n }, outcome: 'failed' },
    { need: 'planned_named at_most planned:posts', change: { posts: 5n, other: 1n }, outcome: 'passed' },
    { need: 'planned_named at_most planned:posts', change: { posts: 5n, reward: 1n }, outcome: 'failed' },
    { need: 'agreed_planned at_least agreed_due', change: { reward: 500n, due: '5.00' }, outcome: 'passed' },
    { need: 'agreed_planned at_least agreed_due', change: { reward: 499n, due: '5.00' }, outcome: 'failed' },
    { need: 'agreed_planned at_least agreed_due', change: { reward: 499n }, outcome: 'undecided' },
    { need: 'distributable at_most planned', change: { posts: 10_001n }, outcome: 'passed' },
    { need: 'distributable at_most planned', change: { posts: 10_000n }, outcome: 'failed' },
  ])('is judged on its sums: $need, $change: $outcome', ({ need, change, outcome }) => {
    const { posts = 1n, reward = 0n, other = 0n, costs, due } = change;
    const pack = packWith({ uses: { reward: { take: 'agreement' } }, parts: { rules: [rule({ need })] } });
    const lines = Object.entries({ posts, reward, other }).map(([bucket, amount]) =>
      lineOf(bucket, claim(bucket, amount, 'others')),
    );
    const facts = { ...FACTS, distributable: 10_001n, lines, grounded: grounded(pack, 12_000n, costs) };
    const [first] = planChecks(pack, facts, due === undefined ? {} : { agreed_due: due });
    expect([first?.key, first?.judgement.outcome]).toEqual(['XX-1', outcome]);
  });

  it('of the first form, which kept no books, leaves open what only the books say', () => {
    const need = 'planned at_most received';
    const pack = packWith({ uses: { posts: { take: HALF } }, parts: { rules: [rule({ need })] } });
    const checks = planChecks(pack, FACTS);
    expect(checks.map(({ key, judgement }) => [key, judgement.outcome, judgement.missing])).toEqual([
      ['XX-1', 'undecided', ['received']],
    ]);
  });

  it.each<{ rule: string; reasons: Record<string, string>; isOfFirstForm?: boolean; outcome: string }>([
    { rule: 'its reason is written', reasons: { 'XX-1:posts': 'the well is dry' }, outcome: 'passed' },
    { rule: 'nothing is written', reasons: {}, outcome: 'failed' },
    { rule: 'something is written for another line', reasons: { 'XX-1:reward': 'dry' }, outcome: 'failed' },
    {
      rule: 'it is a plan of the first form',
      reasons: { 'XX-1:posts': 'dry' },
      isOfFirstForm: true,
      outcome: 'undecided',
    },
  ])('asks a line for a reason: $rule', ({ reasons, isOfFirstForm = false, outcome }) => {
    const pack = packWith({ parts: { rules: [rule({ for: 'plan_line', need: 'reason is_given' })] } });
    const kept = isOfFirstForm ? {} : { grounded: grounded(pack) };
    const [first] = planChecks(pack, { ...FACTS, lines: [POSTS], reasons, ...kept });
    expect(first).toMatchObject({
      key: 'XX-1:posts',
      about: { kind: 'line', id: 'posts' },
      judgement: { outcome },
    });
    expect(first?.reason).toBe(reasons['XX-1:posts'] ?? '');
  });

  it.each<{ rule: string; groups: Claim['targetGroup'][]; outcome: string }>([
    { rule: 'to the group alone', groups: ['lifted_out', 'lifted_out'], outcome: 'passed' },
    { rule: 'to others alone', groups: ['others'], outcome: 'failed' },
    { rule: 'to others in part, whoever the rest is', groups: ['unknown', 'others'], outcome: 'failed' },
    { rule: 'to two groups, none of them others', groups: ['lifted_out', 'monitored'], outcome: 'undecided' },
    { rule: 'nobody knows where', groups: ['unknown'], outcome: 'undecided' },
    { rule: 'to nobody yet', groups: [], outcome: 'undecided' },
  ])('judges whom a line goes to: $rule', ({ groups, outcome }) => {
    const need = 'recipients is_one_of list:target';
    const pack = packWith({ parts: { rules: [rule({ for: 'plan_line', need })] } });
    const lines = [{ bucket: 'posts', amount: 5n, claims: groups.map((group) => claim('posts', 1n, group)) }];
    expect(planChecks(pack, { ...FACTS, lines })[0]?.judgement.outcome).toBe(outcome);
  });

  it.each<[bigint, string]>([
    [1_234n, 'passed'],
    [1_235n, 'failed'],
  ])('judges a cost on its own amount, and takes the reason of its bill: %s fen %s', (amount, outcome) => {
    const rules = [
      rule({ for: 'deduction', when: 'kind is land_rent', need: 'amount at_most 12.34', force: 'warn' }),
    ];
    const pack = packWith({ parts: { rules } });
    const cost = { id: 'd1', kind: 'land_rent', amount, reason: 'two years at once' };
    const other = { id: 'd2', kind: 'other', amount: 9_999n, reason: '' };
    const reasons = { 'XX-1:d1': 'not from here' };
    const checks = planChecks(pack, { ...FACTS, deductions: [cost, other], reasons });
    expect(checks).toMatchObject([
      {
        key: 'XX-1:d1',
        about: { kind: 'deduction', id: 'd1' },
        reason: 'two years at once',
        judgement: { outcome },
      },
    ]);
  });

  it('has the reason of a limit under its rule, and under the line where it is about one alone', () => {
    const at_most = '0.5 of distributable';
    const limits = [bound({ at_most }), bound({ id: 'XX-M', at_most, on: ['posts', 'reward'] })];
    const pack = packWith({ limits });
    const reasons = { 'XX-L:posts': 'one', 'XX-M': 'both', 'XX-1': 'plan' };
    const checks = planChecks(pack, { ...FACTS, reasons, grounded: grounded(pack) });
    expect(
      checks.filter(({ about }) => about.kind !== 'take').map(({ key, reason }) => [key, reason]),
    ).toEqual([
      ['XX-1', 'plan'],
      ['XX-L:posts', 'one'],
      ['XX-M', 'both'],
    ]);
  });

  it.each<{ rule: string; uses: Record<string, bigint>; share: object | undefined }>([
    {
      rule: 'all of it',
      uses: { posts: 1n },
      share: { planned: 1n, whole: 1n, of: 'planned', percent: '100%' },
    },
    {
      rule: 'two thirds, cut down',
      uses: { posts: 2n, other: 1n },
      share: { planned: 2n, whole: 3n, of: 'planned', percent: '66.66%' },
    },
    { rule: 'no part of nothing', uses: { posts: 0n }, share: undefined },
  ])('tells which part goes to the uses the document names: $rule', ({ uses, share }) => {
    const need = 'planned_named of planned at_least value:posts.floor';
    const pack = packWith({ parts: { rules: [rule({ need })] } });
    const lines = Object.entries(uses).map(([id, amount]) => lineOf(id, claim(id, amount, 'others')));
    expect(planChecks(pack, { ...FACTS, lines })[0]?.share).toEqual(share);
  });
});
