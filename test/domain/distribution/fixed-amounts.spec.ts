import { fixedAmounts, type FixedAmount } from '../../../src/domain/distribution/fixed-amounts';
import { judgeTakes } from '../../../src/domain/distribution/plan-takes';
import { bucketsOf, type LocalNumbers } from '../../../src/domain/policy/pack';
import { halfYear, packWith, type Raw } from './small-plans';

const HALVES: Record<string, Raw> = {
  posts: { take: '0.45 of distributable' },
  reward: { take: '0.55 of distributable' },
};

function fixedBy(uses: Record<string, Raw>, distributable = 10_001n): Record<string, FixedAmount> {
  return Object.fromEntries(fixedAmounts(halfYear(packWith({ uses }), { distributable })));
}

describe('the amounts a document fixes', () => {
  it('are rounded together, and met by the fen on either side: 45 % and 55 % of 100.01', () => {
    // 4,500.45 and 5,500.55: the odd fen goes to the larger part of a fen.
    expect(fixedBy(HALVES)).toMatchObject({
      posts: { amount: 4_500n, least: 4_500n, most: 4_501n },
      reward: { amount: 5_501n, least: 5_500n, most: 5_501n },
    });
  });

  it('are met by themselves alone where they come to whole fen, or are said in yuan', () => {
    const yuan = { posts: { take: '12.34' }, reward: { take: '0.5 of distributable' } };
    expect(fixedBy(yuan, 10_000n)).toMatchObject({
      posts: { amount: 1_234n, least: 1_234n, most: 1_234n },
      reward: { amount: 5_000n, least: 5_000n, most: 5_000n },
    });
  });

  it.each<{ rule: string; take: string; missing: string[] }>([
    { rule: 'the share of the county', take: 'need:main.floor of distributable', missing: ['main.floor'] },
    { rule: 'a sum the village has not said', take: '0.1 of new_income', missing: ['new_income'] },
  ])('wait for $rule', ({ take, missing }) => {
    expect(fixedBy({ posts: { take } })).toEqual({ posts: { amount: undefined, missing } });
  });

  it('are none where the village decides, agreements are paid, or there is nothing to give away', () => {
    expect(fixedBy({ posts: { take: 'agreement' } })).toEqual({});
    expect(fixedBy(HALVES, 0n)).toEqual({});
    expect(fixedBy(HALVES, -1n)).toEqual({});
  });
});

describe('a use whose amount the document fixes', () => {
  const judged = (planned: Record<string, bigint>, local: LocalNumbers = {}) => {
    const pack = packWith({
      uses: { posts: { take: 'need:main.floor of distributable', cite: 'scale', phrase: undefined } },
    });
    return judgeTakes(halfYear(pack, { planned, local }), bucketsOf(pack, 'pv'));
  };
  const half = { 'main.floor': '0.5' };
  /** What is said of the posts: half of 100.01 are 50.005. */
  const posts = (planned: bigint) => judged({ posts: planned }, half)[0]?.judgement;

  it.each<[posts: bigint, reward: bigint, outcomes: string[], rule: string]>([
    [4_500n, 5_501n, ['passed', 'passed'], 'as rounded together'],
    [4_501n, 5_500n, ['passed', 'passed'], 'the odd fen to the other'],
    [4_500n, 5_500n, ['passed', 'failed'], 'a fen left over is the larger part of a fen’s'],
    [4_501n, 5_501n, ['failed', 'passed'], 'a fen too much'],
  ])('leaves nothing of what is all shared out: %s and %s', (posts, reward, outcomes) => {
    const pack = packWith({ uses: HALVES });
    const found = judgeTakes(halfYear(pack, { planned: { posts, reward } }), bucketsOf(pack, 'pv'));
    const fixed = found.filter(({ about }) => about.id !== 'other');
    expect(fixed.map(({ judgement }) => judgement.outcome)).toEqual(outcomes);
  });

  it.each<[bigint, string, object]>([
    [4_999n, 'failed', { planned: 4_999n, asked: 5_001n, shortfall: 2n }],
    [5_000n, 'passed', { planned: 5_000n, asked: 5_001n }],
    [5_001n, 'passed', { planned: 5_001n, asked: 5_001n }],
    [5_002n, 'failed', { planned: 5_002n, asked: 5_001n, excess: 1n }],
  ])('gets the fen above or below half of 100.01: %s fen %s', (planned, outcome, facts) => {
    expect([posts(planned)?.outcome, posts(planned)?.facts]).toEqual([outcome, facts]);
  });

  it('is refused by its own name and clause', () => {
    expect(judged({ posts: 5_000n }, half)[0]).toEqual({
      about: { kind: 'take', id: 'posts' },
      judgement: {
        ...{ ruleId: 'take:posts', outcome: 'passed', force: 'block', clause: 'scale', says: '岗位' },
        ...{ missing: [], facts: { planned: 5_000n, asked: 5_001n } },
      },
    });
  });

  it('misses all of it where the plan has no line for it', () => {
    expect(judged({}, half)[0]?.judgement).toMatchObject({
      outcome: 'failed',
      facts: { planned: 0n, asked: 5_001n, shortfall: 5_001n },
    });
  });

  it('is undecided while the share is not given, and the use the village decides is not asked', () => {
    const [first, ...others] = judged({ posts: 1n, reward: 7n, other: 9_993n });
    expect(first).toEqual({
      about: { kind: 'take', id: 'posts' },
      judgement: {
        ...{ ruleId: 'take:posts', outcome: 'undecided', force: 'block', clause: 'scale', says: '岗位' },
        ...{ missing: ['main.floor'], facts: {} },
      },
    });
    expect(others.map(({ about }) => about.id)).toEqual(['other']);
  });

  it.each<{ rule: string; planned: Record<string, bigint>; outcome: string; facts: object }>([
    {
      rule: 'all that the others leave',
      planned: { posts: 5_000n, reward: 1n, other: 5_000n },
      ...{ outcome: 'passed', facts: { planned: 5_000n, asked: 5_000n } },
    },
    {
      rule: 'not a fen less',
      planned: { posts: 5_000n, reward: 1n, other: 4_999n },
      ...{ outcome: 'failed', facts: { planned: 4_999n, asked: 5_000n, shortfall: 1n } },
    },
    {
      rule: 'not a fen more',
      planned: { posts: 5_000n, reward: 1n, other: 5_001n },
      ...{ outcome: 'failed', facts: { planned: 5_001n, asked: 5_000n, excess: 1n } },
    },
    {
      rule: 'nothing where the others took it all',
      planned: { posts: 10_001n },
      ...{ outcome: 'passed', facts: { planned: 0n, asked: 0n } },
    },
    {
      rule: 'nothing where the others took more than there is',
      planned: { posts: 10_002n, other: 1n },
      ...{ outcome: 'failed', facts: { planned: 1n, asked: 0n, excess: 1n } },
    },
  ])('that takes the rest gets $rule', ({ planned, outcome, facts }) => {
    const rest = judged(planned).find(({ about }) => about.id === 'other');
    expect([rest?.judgement.outcome, rest?.judgement.facts]).toEqual([outcome, facts]);
  });
});
