import { checkProblems, planChecks, type PlanFacts } from '../../../src/domain/distribution/plan-checks';
import type { Claim } from '../../../src/domain/uses/claim';
import { loadPacks } from '../../../src/features/policy/pack-files';
import { join } from 'node:path';

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
