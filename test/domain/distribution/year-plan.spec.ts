import {
  readYearPlan,
  readYearOfPool,
  type YearPlanForm,
} from '../../../src/domain/distribution/read-year-plan';
import {
  type ProposedMoney,
  requireWithinExpected,
  type YearPlanContent,
} from '../../../src/domain/distribution/year-plan';
import { expectedSums, yearGround, yearPlanChecks } from '../../../src/domain/distribution/year-plan-checks';
import { nextYearPlanState } from '../../../src/domain/distribution/year-plan-states';
import { yearForm, yearUse } from '../../support/year-plans';
import { bound, packWith } from './small-plans';

const PROPOSED: readonly ProposedMoney[] = [
  { code: 'carried_over', proposed: 1_000n, basis: 'carried' },
  { code: 'energy', proposed: 10_000n, basis: 'lastYear' },
  { code: 'other_income', proposed: undefined, basis: 'none' },
  { code: 'cost:land_rent', proposed: 1_999n, basis: 'lastYear' },
];

const read = (wish: Partial<YearPlanForm>) =>
  readYearPlan(yearForm(wish), { proposed: PROPOSED, buckets: ['posts', 'reward'] });
const codesOf = (wish: Partial<YearPlanForm>) =>
  read(wish).problems.map(({ code, field }) => `${code} ${field}`);

/** 10.00 carried over, 120.00 expected, 19.99 of rent: 110.01 to be used. */
function content(posts: bigint, reserve = 0n): YearPlanContent {
  const money = [
    { code: 'carried_over', amount: 1_000n },
    { code: 'energy', amount: 12_000n },
    { code: 'cost:land_rent', amount: 1_999n },
  ].map((each) => ({ ...each, proposed: each.amount, basis: 'lastYear' as const, why: '' }));
  return { money, uses: [{ bucket: 'posts', forWhat: 'wages', posts: undefined, amount: posts }], reserve };
}

describe('the money of a year', () => {
  it('is carried over + income − costs, and used up to the last fen', () => {
    expect(requireWithinExpected(content(11_000n, 1n))).toEqual({
      ...{ carriedOver: 1_000n, income: 12_000n, costs: 1_999n, expected: 11_001n },
      ...{ used: 11_000n, reserve: 1n, left: 0n },
    });
  });

  it('is of years before what was left and what came back of promises, once each and in no income', () => {
    const split = content(11_000n, 1n);
    const money = split.money.map((each) =>
      each.code === 'carried_over' ? { ...each, amount: 600n } : each,
    );
    const unspent = { code: 'unspent', amount: 400n, proposed: 400n, basis: 'released' as const, why: '' };
    const together = { ...split, money: [...money, unspent] };
    expect(requireWithinExpected(together)).toEqual(requireWithinExpected(split));
    expect(expectedSums(together)).toEqual(expectedSums(split));
  });

  it.each([
    ['uses', 11_002n, 0n],
    ['what is kept back', 11_000n, 2n],
  ])('is not promised twice: one fen above by %s is named', (_what, posts, reserve) => {
    expect(() => requireWithinExpected(content(posts, reserve))).toThrow(
      expect.objectContaining({
        code: 'yearPlan.aboveExpected',
        facts: expect.objectContaining({ excess: 1n }) as object,
      }) as Error,
    );
  });

  it('goes to one use at least', () => {
    expect(() => requireWithinExpected({ ...content(1n), uses: [] })).toThrow(
      expect.objectContaining({ code: 'yearPlan.withoutUses' }) as Error,
    );
  });
});

describe('a yearly plan as typed', () => {
  it('takes what the books propose where nothing is typed, and nothing where they tell nothing', () => {
    const { content: typed, problems } = read({});
    expect(problems).toEqual([]);
    expect(typed.money.map(({ code, amount }) => [code, amount])).toEqual([
      ['carried_over', 1_000n],
      ['energy', 10_000n],
      ['other_income', 0n],
      ['cost:land_rent', 1_999n],
    ]);
  });

  it.each<[string, string, string, string[]]>([
    ['energy', '100.00', '', []],
    ['energy', '100.01', '', ['yearPlan.whyMissing money.0.why']],
    ['energy', '99.99', 'less sun', []],
    ['other_income', '0', '', []],
    ['other_income', '0.01', '', ['yearPlan.whyMissing money.0.why']],
    ['energy', '-1', 'x', ['money.negative money.0.amount']],
    ['lottery', '1', 'x', ['yearPlan.moneyUnknown money.0.moneyCode']],
    ['energy', '1', 'call 13800138000', ['form.privateNumber money.0.why']],
  ])('asks why %s is %s', (moneyCode, amount, why, problems) => {
    expect(codesOf({ money: [{ moneyCode, amount, why }] })).toEqual(problems);
  });

  const POSTS = { postPeople: '6', postStandard: '300.01', postMonths: '12' };

  it.each<[string, Partial<YearPlanForm['uses'][number]>, string[]]>([
    ['posts alone', POSTS, []],
    ['posts and what they come to', { ...POSTS, amount: '21600.72' }, []],
    ['a fen beside it', { ...POSTS, amount: '21600.73' }, ['yearPlan.notTheProduct uses.0.amount']],
    [
      'posts in part',
      { postPeople: '6' },
      ['yearPlan.postsInPart uses.0.postStandard', 'yearPlan.postsInPart uses.0.postMonths'],
    ],
    ['twelve months', { ...POSTS, postMonths: '12' }, []],
    ['thirteen months', { ...POSTS, postMonths: '13', amount: '1' }, ['yearPlan.count uses.0.postMonths']],
    ['nobody', { ...POSTS, postPeople: '0', amount: '1' }, ['yearPlan.count uses.0.postPeople']],
    ['no amount', {}, ['form.missing uses.0.amount']],
    ['another use', { bucket: 'feast', amount: '1' }, ['uses.bucketUnknown uses.0.bucket']],
  ])('reads a use of %s', (_what, use, problems) => {
    expect(codesOf({ uses: [yearUse(use)] })).toEqual(problems);
  });

  it('reckons posts to the fen', () => {
    expect(read({ uses: [yearUse(POSTS)] }).content.uses[0]?.amount).toBe(2_160_072n);
  });

  it('says what money is kept back for', () => {
    expect(codesOf({ reserve: '0.01' })).toEqual(['form.missing reserveFor']);
    expect(codesOf({ reserve: '0.01', reserveFor: 'repairs' })).toEqual([]);
    expect(codesOf({ reserve: '0' })).toEqual([]);
  });

  it.each([
    ['2024', 1],
    ['2025', 0],
    ['2026', 0],
    ['2027', 1],
    ['25', 1],
  ])('is of this year or the next: %s', (year, wrong) => {
    expect(readYearOfPool({ pool: 'pv', year }, 2025).problems).toHaveLength(wrong);
  });
});

describe('the checks of a yearly plan', () => {
  const SIXTY = 'value:posts.floor of after_deductions';

  function outcome(
    limit: Record<string, unknown>,
    posts: bigint,
    beside: Parameters<typeof yearGround>[2] = [],
  ) {
    const pack = packWith({ limits: [bound(limit)] });
    const of = content(posts);
    const ground = yearGround(2024, of, beside);
    const judged = {
      pack,
      pool: 'pv',
      on: '2024-06-30',
      content: of,
      ground,
      local: {},
      reasons: {},
    } as const;
    const found = yearPlanChecks(judged).find(({ judgement }) => judgement.ruleId === 'XX-L');
    return found?.judgement.outcome;
  }

  it.each<[string, Record<string, unknown>, bigint, string]>([
    ['misses a floor by a fen', { at_least: SIXTY, over: 'year' }, 6_000n, 'failed'],
    ['reaches a floor', { at_least: SIXTY, over: 'year' }, 6_001n, 'passed'],
    ['keeps a cap', { at_most: SIXTY, over: 'year' }, 6_000n, 'passed'],
    ['passes a cap by a fen', { at_most: SIXTY, over: 'year' }, 6_001n, 'failed'],
    ['misses a floor of a period', { at_least: SIXTY }, 6_000n, 'failed'],
  ])('%s; what is carried over is in no whole', (_what, limit, posts, expected) => {
    expect(outcome(limit, posts)).toBe(expected);
  });

  it('counts what another pool of the same rules uses and expects', () => {
    const floor = { at_least: SIXTY, over: 'year' };
    const more = { received: 10_000n, costs: {}, used: { posts: 5_999n } };
    expect(outcome(floor, 6_001n, [more])).toBe('failed');
    expect(outcome(floor, 6_002n, [more])).toBe('passed');
  });
});

describe('the states of a yearly plan', () => {
  it('never edits what was decided: a revision takes its place', () => {
    expect(nextYearPlanState('approved', 'replace')).toBe('replaced');
    for (const act of ['submit', 'approve', 'return', 'void'] as const)
      expect(() => nextYearPlanState('approved', act)).toThrow(
        expect.objectContaining({ code: 'yearPlan.notNow' }) as Error,
      );
    expect(nextYearPlanState('submitted', 'void')).toBe('voided');
  });
});
