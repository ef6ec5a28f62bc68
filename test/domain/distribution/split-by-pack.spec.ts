import {
  usesByPack,
  type SplitGround,
  type VillageDecision,
} from '../../../src/domain/distribution/split-by-pack';
import { splitSurplus } from '../../../src/domain/distribution/split-surplus';
import { readPack } from '../../../src/domain/policy/read-pack';
import { SMALL_PACK_ID, smallPack } from '../policy/small-pack';
import { amounts, codes, fixed } from './uses';

type Raw = Record<string, unknown>;
const UNDECIDED: VillageDecision = { takes: {}, claims: {} };
const GROUND: SplitGround = {
  pool: 'pv',
  on: '2024-06-30',
  local: {},
  wholes: { everything_received: 12_000n, after_deductions: 10_001n },
  gateFacts: {},
};

/** The small pack with the uses and limits of a test, as they enter a split. */
function uses(
  given: { buckets?: Raw[]; limits?: Raw[] },
  decision: VillageDecision = UNDECIDED,
  ground: Partial<SplitGround> = {},
) {
  const raw = smallPack();
  const [posts, reward, other] = raw.pools['pv']?.['buckets'] as [Raw, Raw, Raw];
  const buckets = (given.buckets ?? [{}, {}, {}]).map((change, place) => ({
    ...[posts, reward, other][place],
    ...change,
  }));
  Object.assign(raw.pools['pv'] ?? {}, {
    buckets,
    ...(given.limits === undefined ? {} : { limits: given.limits }),
  });
  return usesByPack(readPack(raw, SMALL_PACK_ID), decision, { ...GROUND, ...ground });
}

const limit = (change: Raw): Raw => ({
  id: 'XX-F',
  on: 'posts',
  over: 'period',
  force: 'block',
  cite: 'uses',
  says: '岗位资金不低于60%',
  ...change,
});
const FLOOR = limit({ at_least: 'value:posts.floor of after_deductions' });

describe('the uses of a pack enter a split', () => {
  it('with its order and names, undecided where the village has decided nothing', () => {
    expect(uses({}).map(({ id, name, order, take }) => [id, name, order, take.kind])).toEqual([
      ['posts', '岗位', 1, 'missing'],
      ['reward', '奖励', 1, 'missing'],
      ['other', '其他', 2, 'rest'],
    ]);
  });

  it('as the village decided, the rest to the use the document gives it to', () => {
    const decision = { takes: { posts: fixed(7_000n), reward: fixed(1n) }, claims: {} };
    const split = splitSurplus(10_001n, uses({ limits: [] }, decision));
    expect([split.outcome, amounts(split)]).toEqual(['split', { posts: 7_000n, reward: 1n, other: 3_000n }]);
  });

  it('with a share the document fixes, of the whole it names, cited', () => {
    const [posts] = uses({ buckets: [{ take: 'value:posts.floor of after_deductions' }, {}, {}] });
    expect(posts?.take).toMatchObject({
      kind: 'share',
      whole: { of: 'after_deductions', amount: 10_001n },
      source: { kind: 'document', id: 'uses' },
    });
    const decision = { takes: { reward: fixed(0n) }, claims: {} };
    const fixedShare = uses(
      { buckets: [{ take: 'value:posts.floor of after_deductions' }, {}, {}], limits: [FLOOR] },
      decision,
    );
    const split = splitSurplus(10_001n, fixedShare);
    // 10,001 × 60 % = 6,000.6 fen: a floor of its own, so up.
    expect([split.outcome, amounts(split)]).toEqual(['split', { posts: 6_001n, reward: 0n, other: 4_000n }]);
  });

  it('with an amount the document fixes', () => {
    const [posts] = uses({ buckets: [{ take: 'value:yearly', cite: 'uses' }, {}, {}] });
    expect(posts?.take).toMatchObject({ kind: 'fixed', amount: 1_200_000n });
  });

  it('with agreements as dues, the group the pack serves first before the others', () => {
    const claims = {
      posts: [
        { key: 'a', amount: 9_000n, group: 'others' },
        { key: 'b', amount: 9_000n, group: 'lifted_out' },
      ],
    };
    const decision = { takes: { reward: fixed(0n) }, claims };
    const split = splitSurplus(
      10_000n,
      uses({ buckets: [{ take: 'agreement' }, {}, {}], limits: [] }, decision),
    );
    expect(split.parts[0]?.paid.map(({ key, paid, unpaid }) => [key, paid, unpaid])).toEqual([
      ['a', 1_000n, 8_000n],
      ['b', 9_000n, 0n],
    ]);
  });
});

describe('the limits of a pack', () => {
  const posts = (amount: bigint): VillageDecision => ({
    takes: { posts: fixed(amount), reward: fixed(0n) },
    claims: {},
  });
  const net = GROUND.wholes.after_deductions ?? 0n;

  it.each<[bigint, string[]]>([
    [6_000n, ['split.belowFloor uses.posts']],
    [6_001n, []],
  ])('bind one use of a period, exactly: %s fen of 60 % of 10,001', (amount, says) => {
    expect(codes(splitSurplus(net, uses({ limits: [FLOOR] }, posts(amount))))).toEqual(says);
  });

  it.each<[string, Raw]>([
    ['over a year', limit({ at_least: 'value:posts.floor of after_deductions', over: 'year' })],
    ['of an exact share', limit({ exactly: 'value:posts.floor of after_deductions' })],
    ['that only warn', limit({ at_least: 'value:posts.floor of after_deductions', force: 'warn' })],
    [
      'on several uses',
      limit({ at_least: 'value:posts.floor of after_deductions', on: ['posts', 'reward'] }),
    ],
  ])('%s are left to be judged', (_, given) => {
    expect(codes(splitSurplus(net, uses({ limits: [given] }, posts(1n))))).toEqual([]);
  });

  it('leave a split undecided while their number is not entered, and bind when it is', () => {
    const capped = limit({ at_most: 'need:main.floor of new_income' });
    const given = { limits: [capped] };
    const said = (ground: Partial<SplitGround>): string[] => {
      const split = splitSurplus(net, uses(given, posts(701n), ground));
      return split.problems.flatMap(({ code, facts }) => [
        code,
        ...[facts?.['missing'] ?? []].flat().map(String),
      ]);
    };
    const local = { 'main.floor': '0.1' };
    expect(said({})).toEqual(['split.undecided', 'main.floor']);
    expect(said({ local })).toEqual(['split.undecided', 'new_income']);
    expect(said({ local, wholes: { ...GROUND.wholes, new_income: 7_000n } })).toEqual(['split.aboveCap']);
    expect(said({ local, wholes: { ...GROUND.wholes, new_income: 7_010n } })).toEqual([]);
  });

  it('bind by the highest floor where there are two', () => {
    const higher = limit({ id: 'XX-G', at_least: 'need:main.floor of after_deductions' });
    const local = { 'main.floor': '0.65' };
    const two = (amount: bigint): string[] =>
      codes(splitSurplus(net, uses({ limits: [FLOOR, higher] }, posts(amount), { local })));
    expect([two(6_500n), two(6_501n)]).toEqual([['split.belowFloor uses.posts'], []]);
  });
});
