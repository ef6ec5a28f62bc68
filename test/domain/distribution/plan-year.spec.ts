import { standingInYear } from '../../../src/domain/distribution/plan-year';
import {
  judgedOver,
  periodWholes,
  usedInYear,
  type UseFacts,
} from '../../../src/domain/distribution/use-facts';
import type { YearStanding } from '../../../src/domain/distribution/year-standing';
import { bound, halfYear, inYear, packWith, type Raw } from './small-plans';

const FLOOR = { over: 'year', at_least: 'value:posts.floor of everything_received' };

/** Where a year that received 300.00 and gave the posts 100.00 before stands with 80.00 more. */
function standing(limit: Raw, more: Partial<UseFacts> = {}, parts: Raw = {}): YearStanding | undefined {
  const pack = packWith({ limits: [bound(limit)], parts });
  const facts = halfYear(pack, { planned: { posts: 8_000n, reward: 5n }, ...more });
  const costs = { land_rent: 5_000n, insurance: 700n };
  const [read] = pack.pools[0]?.limits ?? [];
  return (
    read &&
    standingInYear(read, inYear(facts, { received: 30_000n, costs, used: { posts: 10_000n }, isOver: true }))
  );
}

describe('where the year stands with a plan', () => {
  it.each<{ rule: string; limit: Raw }>([
    { rule: 'over the period', limit: { ...FLOOR, over: 'period' } },
    { rule: 'in yuan', limit: { over: 'year', at_most: 'value:yearly' } },
    {
      rule: 'of three factors',
      limit: { over: 'year', at_most: '0.5 times 0.1 times new_income' },
    },
    { rule: 'of a part added to another', limit: { over: 'year', at_most: 'new_income plus 10' } },
  ])('is nothing for a limit $rule', ({ limit }) => {
    expect(standing(limit)).toBeUndefined();
  });

  it('is what earlier plans and this one gave, of everything the year received', () => {
    expect(standing(FLOOR)).toMatchObject({
      rule: { id: 'XX-L', side: 'at_least', uses: [{ id: 'posts', name: '岗位' }], cite: 'uses' },
      ...{ year: '2024', outcome: 'kept', missing: [] },
      covered: [{ id: 'posts', amount: 18_000n }],
      whole: [{ id: 'received', amount: 30_000n }],
      ...{ bound: 18_000n, short: 0n },
    });
  });

  it.each<{
    rule: string;
    limit: Raw;
    more?: Partial<UseFacts>;
    whole: object[];
    bound: bigint;
    outcome: string;
  }>([
    {
      rule: 'a cap',
      limit: { over: 'year', at_most: 'value:posts.floor of everything_received', on: ['posts', 'reward'] },
      ...{ whole: [{ id: 'received', amount: 30_000n }], bound: 18_000n, outcome: 'broken' },
    },
    {
      rule: 'of what is left after every cost',
      limit: { ...FLOOR, at_least: 'value:posts.floor of after_deductions' },
      whole: [
        { id: 'received', amount: 30_000n },
        { id: 'insurance', amount: -700n },
        { id: 'land_rent', amount: -5_000n },
      ],
      ...{ bound: 14_580n, outcome: 'kept' },
    },
    {
      rule: 'of what is left after the costs the document names',
      limit: { ...FLOOR, at_least: 'value:posts.floor of after_named_deductions' },
      whole: [
        { id: 'received', amount: 30_000n },
        { id: 'land_rent', amount: -5_000n },
      ],
      ...{ bound: 15_000n, outcome: 'kept' },
    },
    {
      rule: 'of the income of the collective, as the village said it',
      limit: { ...FLOOR, at_least: 'value:posts.floor of collective_income' },
      more: { local: { collective_income: '300.02' } },
      ...{ whole: [{ id: 'collective_income', amount: 30_002n }], bound: 18_002n, outcome: 'broken' },
    },
    {
      rule: 'of new income, as the village said it',
      limit: { ...FLOOR, at_least: 'value:posts.floor of new_income' },
      more: { local: { new_income: '300.00' } },
      ...{ whole: [{ id: 'new_income', amount: 30_000n }], bound: 18_000n, outcome: 'kept' },
    },
  ])('is told by its own whole: $rule', ({ limit, more, whole, bound: asked, outcome }) => {
    expect(standing(limit, more)).toMatchObject({ whole, bound: asked, outcome });
  });

  it.each<{ rule: string; of: string; local: Record<string, string>; missing: string[] }>([
    { rule: 'its share', of: 'need:main.floor of everything_received', local: {}, missing: ['main.floor'] },
    { rule: 'its whole', of: 'value:posts.floor of new_income', local: {}, missing: ['new_income'] },
    {
      rule: 'nothing',
      of: 'need:main.floor of everything_received',
      local: { 'main.floor': '0.6' },
      missing: [],
    },
  ])('waits for $rule', ({ of, local, missing }) => {
    expect(standing({ ...FLOOR, at_least: of }, { local })).toMatchObject({
      outcome: missing.length === 0 ? 'kept' : 'undecided',
      missing,
    });
  });

  it('calls a cost by its id: it is no use', () => {
    const limit = { over: 'year', at_most: '0.1 of everything_received', on: 'land_rent' };
    expect(standing(limit)?.rule).toMatchObject({
      side: 'at_most',
      uses: [{ id: 'land_rent', name: 'land_rent' }],
    });
  });
});

describe('what uses come to in a year', () => {
  it('is what each got before and gets now, also where it is only one of both', () => {
    const facts = halfYear(packWith(), { planned: { posts: 8_000n, reward: 5n } });
    expect(usedInYear(inYear(facts, { used: { posts: 10_000n, other: 3n } }))).toEqual({
      ...{ posts: 18_000n, reward: 5n, other: 3n },
    });
  });
});

describe('what a share may be a share of', () => {
  const pack = packWith();
  const costs = { land_rent: 5_000n, insurance: 700n };
  const wholes = (facts: UseFacts, received = 30_000n) =>
    periodWholes({ ...facts, ground: { ...facts.ground, period: { received, costs } } });

  it('is told of the period, and of what the plan gives away', () => {
    const local = { new_income: '1.00', collective_income: '2.00' };
    expect(wholes(halfYear(pack, { local }))).toEqual({
      ...{ everything_received: 30_000n, after_deductions: 24_300n, after_named_deductions: 25_000n },
      ...{ collective_income: 200n, new_income: 100n, distributable: 10_001n },
    });
  });

  it.each<[bigint, bigint]>([
    [1n, 1n],
    [0n, 0n],
    [-1n, 0n],
  ])('is nothing of a loss: of %s fen to give away %s', (distributable, whole) => {
    expect(wholes(halfYear(pack, { distributable })).distributable).toBe(whole);
  });

  it.each<[bigint, bigint]>([
    [5_701n, 1n],
    [5_700n, 0n],
    [5_699n, 0n],
  ])('is nothing where the costs ate it: %s received', (received, left) => {
    expect(wholes(halfYear(pack), received).after_deductions).toBe(left);
  });

  it('is in yuan for a limit: over the period with what the plan gives away, over the year without', () => {
    const facts = inYear(halfYear(pack), { received: 30_000n, costs });
    const { facts: period, ...more } = judgedOver(facts, 'period');
    expect(more).toEqual({ pack, subject: 'limit', local: {}, on: '2024-06-30' });
    expect(period).toEqual({
      ...{ everything_received: '120.00', after_deductions: '100.01', after_named_deductions: '100.01' },
      distributable: '100.01',
    });
    expect(judgedOver(facts, 'year').facts).toEqual({
      ...{ everything_received: '300.00', after_deductions: '243.00', after_named_deductions: '250.00' },
    });
  });
});
