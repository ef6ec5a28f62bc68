import { boundOf, type PlanBound, statedBounds } from '../../../src/domain/distribution/plan-bounds';
import type { LocalNumbers } from '../../../src/domain/policy/pack';
import { bound, bucketOf, halfYear, inYear, packWith, type Raw } from './small-plans';

const SIXTY = 'value:posts.floor of after_deductions';
const side = (which: PlanBound['side'], amount: bigint): PlanBound => {
  return { side: which, amount, clause: 'uses' };
};

/** The bound of the posts in a half year with 100.01 after deductions, under these limits. */
function postsBound(limits: Raw[], local: LocalNumbers = {}): PlanBound | undefined {
  const numbered = limits.map((limit, place) => bound({ id: `XX-${String(place)}`, ...limit }));
  const pack = packWith({ limits: numbered });
  return boundOf(halfYear(pack, { local }), bucketOf(pack, 'posts'));
}

describe('the bound a use is held to', () => {
  it.each<{ rule: string; limits: Raw[]; bound: PlanBound | undefined }>([
    { rule: 'none without a limit', limits: [], bound: undefined },
    {
      rule: 'the least, up to the next fen: 6,000.6',
      limits: [{ at_least: SIXTY }],
      bound: side('floor', 6_001n),
    },
    {
      rule: 'the most, down to the last fen: 6,000.6',
      limits: [{ at_most: SIXTY }],
      bound: side('cap', 6_000n),
    },
    {
      rule: 'the very amount, to the nearer fen',
      limits: [{ exactly: SIXTY }],
      bound: side('exact', 6_001n),
    },
    {
      rule: 'the very amount, to the nearer fen: 33.33 % are 3,333.3',
      limits: [{ exactly: '0.3333 of after_deductions' }],
      bound: side('exact', 3_333n),
    },
    {
      rule: 'the highest of two floors, whichever stands first',
      limits: [{ at_least: '0.5 of after_deductions' }, { at_least: SIXTY }, { at_least: '10' }],
      bound: side('floor', 6_001n),
    },
    {
      rule: 'the lowest of two caps, whichever stands first',
      limits: [{ at_most: SIXTY }, { at_most: '45.67' }, { at_most: '0.5 of after_deductions' }],
      bound: side('cap', 4_567n),
    },
    {
      rule: 'the floor before the cap',
      limits: [{ at_most: SIXTY }, { at_least: '10' }],
      bound: side('floor', 1_000n),
    },
    {
      rule: 'the very amount before a floor',
      limits: [{ at_least: '10' }, { exactly: '50' }],
      bound: side('exact', 5_000n),
    },
    {
      rule: 'none by a limit on several uses together',
      limits: [{ at_least: SIXTY, on: ['posts', 'reward'] }],
      bound: undefined,
    },
    { rule: 'none by a limit on another use', limits: [{ at_least: SIXTY, on: 'reward' }], bound: undefined },
    {
      rule: 'none while nobody has given its number',
      limits: [{ at_least: 'need:main.floor of after_deductions' }],
      bound: undefined,
    },
  ])('is $rule', ({ limits, bound: expected }) => {
    expect(postsBound(limits)).toEqual(expected);
  });

  it('is none in a pool the document does not speak of', () => {
    const pack = packWith({ limits: [bound({ at_least: SIXTY })] });
    expect(boundOf(halfYear(pack, { pool: 'other' }), bucketOf(pack, 'posts'))).toBeUndefined();
  });

  it('comes with the number of the county', () => {
    const limits = [{ at_least: 'need:main.floor of after_deductions' }];
    expect(postsBound(limits, { 'main.floor': '0.7' })).toEqual(side('floor', 7_001n));
  });

  it('is, where the document fixes an amount, that amount and no limit', () => {
    const take = '0.25 of after_deductions';
    const pack = packWith({
      uses: { posts: { take, cite: 'scale', phrase: undefined } },
      limits: [bound({ at_least: '10' })],
    });
    const posts = bucketOf(pack, 'posts');
    expect(boundOf(halfYear(pack), posts)).toEqual({ side: 'exact', amount: 2_500n, clause: 'scale' });
  });

  it('is none where the fixed amount waits for a number, or there is nothing to give away', () => {
    const pack = packWith({ uses: { posts: { take: 'need:main.floor of after_deductions' } } });
    const posts = bucketOf(pack, 'posts');
    expect(boundOf(halfYear(pack), posts)).toBeUndefined();
    const local = { 'main.floor': '0.5' };
    expect(boundOf(halfYear(pack, { local }), posts)).toEqual(side('exact', 5_001n));
    expect(boundOf(halfYear(pack, { local, distributable: 0n }), posts)).toBeUndefined();
  });
});

describe('a bound over a year', () => {
  // 60 % of 300.00 received − 50.00 of costs: 150.00 in the year.
  const books = { received: 30_000n, costs: { land_rent: 5_000n } };
  const bounded = (limit: Raw, used: bigint, isOver: boolean): PlanBound | undefined => {
    const pack = packWith({ limits: [bound({ over: 'year', ...limit })] });
    const facts = inYear(halfYear(pack), { ...books, isOver, used: { posts: used, reward: 99n } });
    return boundOf(facts, bucketOf(pack, 'posts'));
  };

  it.each<{ rule: string; limit: Raw; used: bigint; isOver: boolean; bound: PlanBound | undefined }>([
    {
      rule: 'a cap leaves what earlier plans did not use',
      ...{ limit: { at_most: SIXTY }, used: 14_999n, isOver: false, bound: side('cap', 1n) },
    },
    {
      rule: 'a cap that is used up leaves nothing',
      ...{ limit: { at_most: SIXTY }, used: 15_000n, isOver: false, bound: side('cap', 0n) },
    },
    {
      rule: 'a cap that was passed leaves nothing either',
      ...{ limit: { at_most: SIXTY }, used: 15_001n, isOver: false, bound: side('cap', 0n) },
    },
    {
      rule: 'a floor binds nothing while the year goes on',
      ...{ limit: { at_least: SIXTY }, used: 0n, isOver: false, bound: undefined },
    },
    {
      rule: 'a floor asks the last plan for what is still wanting',
      ...{ limit: { at_least: SIXTY }, used: 9_000n, isOver: true, bound: side('floor', 6_000n) },
    },
    {
      rule: 'an exact share asks for what is still wanting, also before the end',
      ...{ limit: { exactly: SIXTY }, used: 9_000n, isOver: false, bound: side('exact', 6_000n) },
    },
    {
      rule: 'what the year used is nothing to a limit over the period',
      ...{
        limit: { at_least: SIXTY, over: 'period' },
        used: 9_000n,
        isOver: false,
        bound: side('floor', 6_001n),
      },
    },
  ])('$rule', ({ limit, used, isOver, bound: expected }) => {
    expect(bounded(limit, used, isOver)).toEqual(expected);
  });

  it('counts from nothing where no plan of the year has used it', () => {
    const pack = packWith({ limits: [bound({ over: 'year', at_most: SIXTY })] });
    expect(boundOf(inYear(halfYear(pack), books), bucketOf(pack, 'posts'))).toEqual(side('cap', 15_000n));
  });
});

describe('what a limit states for its uses together', () => {
  it.each<{ rule: string; limit: Raw; bounds: PlanBound[] }>([
    {
      rule: 'both its sides, of the period',
      limit: { at_least: '0.1 of after_deductions', at_most: SIXTY },
      bounds: [side('floor', 1_001n), side('cap', 6_000n)],
    },
    {
      rule: 'an amount of yuan, of several uses',
      limit: { at_most: 'value:yearly', on: ['posts', 'reward'] },
      bounds: [side('cap', 1_200_000n)],
    },
    { rule: 'one amount where it fixes it', limit: { exactly: '12.34' }, bounds: [side('exact', 1_234n)] },
    {
      rule: 'the side whose number is known',
      limit: { at_least: 'need:main.floor of after_deductions', at_most: SIXTY },
      bounds: [side('cap', 6_000n)],
    },
    {
      rule: 'of the year what the year took in',
      limit: { at_least: '0.1 of everything_received', over: 'year' },
      bounds: [side('floor', 3_000n)],
    },
  ])('$rule', ({ limit, bounds }) => {
    const pack = packWith({ limits: [bound(limit)] });
    const facts = inYear(halfYear(pack), { received: 30_000n });
    const [read] = pack.pools[0]?.limits ?? [];
    expect(read && statedBounds(facts, read)).toEqual(bounds);
  });
});
