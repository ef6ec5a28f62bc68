import { checkProblems, planChecks, type PlanFacts } from '../../../src/domain/distribution/plan-checks';
import type { Claim } from '../../../src/domain/uses/claim';
import { loadPacks } from '../../../src/features/policy/pack-files';
import { join } from 'node:path';
import { seeded } from '../policy/seeded';

const [loaded] = loadPacks(join(__dirname, '../../../seeds')).filter(({ pack }) =>
  pack.id.startsWith('341200/'),
);
const claim = (bucket: string, amount: bigint, targetGroup: Claim['targetGroup']): Claim => ({
  id: `${bucket}-${targetGroup}`,
  pool: 'pv',
  bucket,
  forWhat: 'x',
  beneficiaries: 1,
  unit: 'person',
  targetGroup,
  amount,
});
const lineOf = (bucket: string, ...claims: Claim[]): PlanFacts['lines'][number] => ({
  bucket,
  amount: claims.reduce((sum, each) => sum + each.amount, 0n),
  claims,
});
const POSTS = lineOf('posts', claim('posts', 60_000n, 'lifted_out'));
const FACTS: PlanFacts = { pool: 'pv', distributable: 100_000n, lines: [POSTS], deductions: [], reasons: {} };

const checksOf = (change: Partial<PlanFacts>) => {
  if (loaded === undefined) throw new Error('the pack of Fuyang ships with the program');
  return planChecks(loaded.pack, { ...FACTS, ...change });
};
const outcomes = (change: Partial<PlanFacts>): string[] =>
  checksOf(change).map(({ key, judgement }) => `${key} ${judgement.outcome}`);
const problems = (change: Partial<PlanFacts>): string[] =>
  checkProblems(checksOf(change)).map(({ code, field }) => `${code} ${field}`);

describe('the checks of a plan under the Fuyang pack', () => {
  it('go over the plan, its lines and the costs before it, in this order', () => {
    const inverter = { id: 'd1', kind: 'other', amount: 1n, reason: '' };
    const found = outcomes({ deductions: [inverter] });
    expect(found).toEqual([
      'FY-07b passed',
      'FY-07c undecided',
      'FY-07n:posts passed',
      'FY-E1:posts passed',
      'FY-07o:d1 failed',
    ]);
  });

  it('say which part of all uses the named ones are, and by how much they are short', () => {
    if (loaded === undefined) throw new Error('the pack of Fuyang ships with the program');
    const lines = [POSTS, lineOf('other', claim('other', 30_001n, 'others'))];
    const checks = planChecks(loaded.pack, { ...FACTS, lines }, { 'main_use.floor': '0.6667' });
    const share = { planned: 60_000n, whole: 90_001n, of: 'planned', percent: '66.66%' };
    expect(checks.find(({ key }) => key === 'FY-07c')).toMatchObject({
      share,
      judgement: { outcome: 'failed', facts: { shortfall: 4n } },
    });
  });

  it.each<{ rule: string; change: Partial<PlanFacts>; refused: string[] }>([
    { rule: 'a plan to the last fen', change: { distributable: 60_000n }, refused: [] },
    {
      rule: 'a plan one fen above its money',
      change: { distributable: 59_999n },
      refused: ['policy.ruleBroken reasons.FY-07b'],
    },
    {
      rule: 'a use the document does not name, without a reason',
      change: { lines: [POSTS, lineOf('other', claim('other', 1n, 'others'))] },
      refused: ['policy.reasonMissing reasons.FY-07n:other'],
    },
    {
      rule: 'the same use with its reason',
      change: {
        lines: [POSTS, lineOf('other', claim('other', 1n, 'others'))],
        reasons: { 'FY-07n:other': 'the well is dry' },
      },
      refused: [],
    },
    {
      rule: 'a reason for another line',
      change: {
        lines: [POSTS, lineOf('other', claim('other', 1n, 'others'))],
        reasons: { 'FY-07n:posts': 'the well is dry' },
      },
      refused: ['policy.reasonMissing reasons.FY-07n:other'],
    },
    {
      rule: 'posts for people outside the group',
      change: { lines: [lineOf('posts', claim('posts', 1n, 'others'))] },
      refused: ['policy.reasonMissing reasons.FY-E1:posts'],
    },
    {
      rule: 'posts that go outside the group in part',
      change: { lines: [lineOf('posts', claim('posts', 1n, 'lifted_out'), claim('posts', 1n, 'others'))] },
      refused: ['policy.reasonMissing reasons.FY-E1:posts'],
    },
    {
      rule: 'posts of which nobody knows where they go: undecided, shown, not refused',
      change: { lines: [lineOf('posts', claim('posts', 1n, 'unknown'))] },
      refused: [],
    },
    {
      rule: 'a cost the document does not name, without a reason',
      change: { deductions: [{ id: 'd1', kind: 'other', amount: 1n, reason: '' }] },
      refused: ['policy.reasonMissing reasons.FY-07o:d1'],
    },
    {
      rule: 'the same cost with the reason on its bill',
      change: { deductions: [{ id: 'd1', kind: 'other', amount: 1n, reason: 'the inverter burnt' }] },
      refused: [],
    },
  ])('let through or refuse $rule: $refused', ({ change, refused }) => {
    expect(problems(change)).toEqual(refused);
  });

  it.each<{ rule: string; groups: Claim['targetGroup'][]; outcome: string }>([
    { rule: 'something goes to the group', groups: ['lifted_out', 'unknown'], outcome: 'passed' },
    { rule: 'nothing goes to the group', groups: ['others'], outcome: 'failed' },
    { rule: 'nobody knows', groups: ['others', 'unknown'], outcome: 'undecided' },
  ])('ask of other income that the group is favoured: $rule', ({ groups, outcome }) => {
    const lines = [lineOf('decided', ...groups.map((group) => claim('decided', 1n, group)))];
    expect(outcomes({ pool: 'other', lines })).toContain(`FY-18c ${outcome}`);
  });
});

describe('the gate of a use', () => {
  const { pack } = seeded.requirePack('450000/2022-07-19');
  const grounded = {
    on: '2022-12-31',
    ground: {
      deductions: [],
      period: { received: 0n, costs: {} },
      year: { year: '2022', isOver: true, received: 0n, costs: {}, used: {} },
    },
  };
  const gate = (distributable: bigint, member: bigint, local: Record<string, string> = {}): string[] => {
    const lines = [lineOf('member', claim('member', member, 'others'))];
    return planChecks(pack, { ...FACTS, distributable, lines, grounded }, local)
      .filter(({ judgement }) => judgement.ruleId === 'GX-3-6b')
      .map(({ key, judgement }) => [key, judgement.outcome, ...judgement.missing].join(' '));
  };

  it.each<{ rule: string; said: string[]; expected: string[] }>([
    { rule: '100,000.00 opens it', said: gate(10_000_000n, 1n), expected: ['GX-3-6b:member passed'] },
    {
      rule: 'a fen below waits for the number of households',
      said: gate(9_999_999n, 1n),
      expected: ['GX-3-6b:member undecided gate.households'],
    },
    {
      rule: 'more than 200.00 a household opens it, too',
      said: gate(4_000_001n, 1n, { 'gate.households': '200' }),
      expected: ['GX-3-6b:member passed'],
    },
    {
      rule: 'just 200.00 a household does not',
      said: gate(4_000_000n, 1n, { 'gate.households': '200' }),
      expected: ['GX-3-6b:member failed'],
    },
    { rule: 'where nothing is planned behind it nobody asks', said: gate(1n, 0n), expected: [] },
  ])('$rule', ({ said, expected }) => {
    expect(said).toEqual(expected);
  });
});

describe('a limit over the period', () => {
  it('tells what its uses came to, of what, and which part that is: a floor cut down', () => {
    const { pack } = seeded.requirePack('150430/2020-01-01');
    const period = { received: 300_000n, costs: {} };
    const year = { ...period, year: '2025', isOver: false, used: {} };
    const grounded = { on: '2025-07-20', ground: { deductions: [], period, year } };
    const lines = [lineOf('works', claim('works', 59_998n, 'others'))];
    const checks = planChecks(pack, { ...FACTS, distributable: 300_000n, lines, grounded });
    const share = { planned: 59_998n, whole: 300_000n, of: 'distributable', percent: '19.99%' };
    expect(checks.find(({ key }) => key === 'AO-2:works')).toMatchObject({
      judgement: { outcome: 'failed', facts: { shortfall: 2n } },
      share,
    });
  });
});
