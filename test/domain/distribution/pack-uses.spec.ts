import {
  type SplitGround,
  usesByPack,
  type VillageDecision,
} from '../../../src/domain/distribution/split-by-pack';
import type { SplitUse } from '../../../src/domain/distribution/split-use';
import { readRatio } from '../../../src/domain/money/ratio';
import { rule } from '../policy/small-pack';
import { bound, packWith } from './small-plans';
import { fixed } from './uses';

const GROUND: SplitGround = {
  ...{ pool: 'pv', on: '2024-06-30', local: {}, gateFacts: {} },
  wholes: { everything_received: 12_000n, after_deductions: 10_001n },
};
const UNDECIDED: VillageDecision = { takes: {}, claims: {} };
const SIXTY = 'value:posts.floor of after_deductions';

function uses(
  change: Parameters<typeof packWith>[0],
  ground: Partial<SplitGround> = {},
  decision: VillageDecision = UNDECIDED,
): SplitUse[] {
  return usesByPack(packWith(change), decision, { ...GROUND, ...ground });
}

const postsOf = (...given: Parameters<typeof uses>): SplitUse | undefined =>
  uses(...given).find(({ id }) => id === 'posts');

describe('what a document fixes for a use', () => {
  const books = (id: string) => ({ kind: 'books', id });

  it.each<{ rule: string; take: string; local?: Record<string, string>; stated: object }>([
    {
      rule: 'a share of the document, of what the books say',
      take: SIXTY,
      stated: {
        ...{
          kind: 'share',
          share: readRatio('0.6'),
          source: { kind: 'document', id: 'uses' },
        },
        whole: { of: 'after_deductions', amount: 10_001n, source: books('after_deductions') },
      },
    },
    {
      rule: 'the same share, where the county made it stricter',
      take: SIXTY,
      local: { 'posts.floor': '0.7' },
      stated: {
        ...{
          kind: 'share',
          share: readRatio('0.7'),
          source: { kind: 'document', id: 'uses' },
        },
        whole: { of: 'after_deductions', amount: 10_001n, source: books('after_deductions') },
      },
    },
    {
      rule: 'a share the county gave, named as the county’s',
      take: 'need:main.floor of everything_received',
      local: { 'main.floor': '0.5' },
      stated: {
        ...{ kind: 'share', share: readRatio('0.5') },
        source: { kind: 'county', id: 'main.floor' },
        whole: { of: 'everything_received', amount: 12_000n, source: books('everything_received') },
      },
    },
    {
      rule: 'a share nobody gave',
      take: 'need:main.floor of everything_received',
      stated: { kind: 'missing', missing: ['main.floor'] },
    },
    {
      rule: 'a share of a sum nobody gave',
      take: '0.5 of new_income',
      stated: {
        ...{
          kind: 'share',
          share: readRatio('0.5'),
          source: { kind: 'document', id: 'uses' },
        },
        whole: { of: 'new_income', amount: undefined, source: books('new_income') },
      },
    },
    {
      rule: 'yuan and fen',
      take: '12.34',
      stated: { kind: 'fixed', amount: 1_234n, source: { kind: 'document', id: 'uses' } },
    },
    {
      rule: 'a product without a whole, reckoned',
      take: '0.5 times 45.67',
      // 45.67 × 50 % = 22.835 yuan: half a fen is left to be rounded.
      stated: { kind: 'share', share: readRatio('22.835'), whole: { of: 'one_yuan', amount: 100n } },
    },
    {
      rule: 'what is left of a sum, reckoned',
      take: 'everything_received minus after_deductions',
      stated: { kind: 'fixed', amount: 1_999n },
    },
  ])('is $rule', ({ take, local = {}, stated }) => {
    expect(postsOf({ uses: { posts: { take } } }, { local })?.take).toMatchObject(stated);
  });
});

describe('the bounds of a use by its pack', () => {
  it.each<{ rule: string; limits: object[]; floor: bigint | undefined; cap: bigint | undefined }>([
    {
      rule: 'the highest floor and the lowest cap',
      limits: [
        { at_least: '10', at_most: '50' },
        { at_least: '12.34', at_most: '45.67' },
      ],
      ...{ floor: 1_234n, cap: 4_567n },
    },
    {
      rule: 'the same, whichever stands first',
      limits: [
        { at_least: '12.34', at_most: '45.67' },
        { at_least: '10', at_most: '50' },
      ],
      ...{ floor: 1_234n, cap: 4_567n },
    },
    { rule: 'a floor alone', limits: [{ at_least: '10' }], floor: 1_000n, cap: undefined },
    { rule: 'a cap alone', limits: [{ at_most: '10' }], floor: undefined, cap: 1_000n },
    {
      rule: 'none on another use',
      limits: [{ at_most: '10', on: 'reward' }],
      floor: undefined,
      cap: undefined,
    },
  ])('are $rule', ({ limits, floor, cap }) => {
    const posts = postsOf({
      limits: limits.map((each, place) => bound({ id: `XX-${String(place)}`, ...each })),
    });
    const amountOf = (stated: SplitUse['cap']) => (stated?.kind === 'fixed' ? stated.amount : undefined);
    expect([amountOf(posts?.floor), amountOf(posts?.cap)]).toEqual([floor, cap]);
  });

  it('wait for a number before any other binds', () => {
    const limits = [
      bound({ at_most: '10' }),
      bound({ id: 'XX-M', at_most: 'need:main.floor of new_income', cite: 'scale' }),
    ];
    const posts = postsOf({ limits });
    expect(posts?.cap).toEqual({ kind: 'missing', missing: ['main.floor'] });
    expect(posts?.cites).toEqual({ use: 'uses', cap: 'scale' });
  });
});

describe('what a use cites', () => {
  const RULES = [rule({ id: 'XX-G', for: 'gate', need: 'distributable at_least 50', cite: 'steps' })];

  it('is the clauses that name it, its bounds and its gate', () => {
    const limits = [
      bound({ at_least: '10', cite: 'scale' }),
      bound({ id: 'XX-M', at_most: '50', cite: 'year' }),
    ];
    const posts = postsOf({ uses: { posts: { gate: 'XX-G' } }, limits, parts: { rules: RULES } });
    expect(posts?.cites).toEqual({ use: 'uses', floor: 'scale', cap: 'year', gate: 'steps' });
  });

  it('is only its name where it has neither', () => {
    expect(postsOf({})?.cites).toEqual({ use: 'uses' });
    expect(postsOf({})).toMatchObject({ floor: undefined, cap: undefined, gate: undefined });
  });
});

describe('the gate of a use by its pack', () => {
  const RULES = [
    rule({ id: 'XX-H', for: 'gate', need: 'distributable at_least 10' }),
    rule({ id: 'XX-G', for: 'gate', when: 'bucket is posts', need: 'distributable at_least 50' }),
  ];
  const gate = (wholes: SplitGround['wholes'], gateFacts: SplitGround['gateFacts'] = {}) =>
    postsOf({ uses: { posts: { gate: 'XX-G' } }, parts: { rules: RULES } }, { wholes, gateFacts })?.gate;

  it.each<{ rule: string; wholes: SplitGround['wholes']; outcome: string }>([
    { rule: 'open from 50.00 on', wholes: { distributable: 5_000n }, outcome: 'passed' },
    { rule: 'closed a fen below', wholes: { distributable: 4_999n }, outcome: 'failed' },
    {
      rule: 'asked of what is given away, not of what the period left',
      wholes: { distributable: 4_999n, after_deductions: 9_000n },
      outcome: 'failed',
    },
    { rule: 'else of what the period left', wholes: { after_deductions: 5_000n }, outcome: 'passed' },
    { rule: 'undecided where neither is known', wholes: {}, outcome: 'undecided' },
  ])('is $rule', ({ wholes, outcome }) => {
    expect(gate(wholes)).toMatchObject({ ruleId: 'XX-G', outcome });
  });

  it('is told by the facts that were handed in for it', () => {
    expect(gate({}, { distributable: '50.00' })).toMatchObject({ outcome: 'passed' });
  });
});

describe('the claims on a use', () => {
  const claims = {
    posts: [
      { key: 'a', amount: 7n, group: 'others' },
      { key: 'b', amount: 8n, group: 'lifted_out' },
    ],
  };
  const paid = [
    { key: 'a', amount: 7n, first: false },
    { key: 'b', amount: 8n, first: true },
  ];

  it('are its dues where it pays agreements, the group the document serves first marked', () => {
    const decision = { takes: {}, claims };
    const [posts, reward, other] = uses({ uses: { posts: { take: 'agreement' } } }, {}, decision);
    expect(posts?.take).toEqual({ kind: 'dues', dues: paid });
    expect(posts?.claims).toEqual(paid);
    expect([reward?.claims, other?.claims]).toEqual([[], []]);
  });

  it('stand beside what the village decided', () => {
    const posts = postsOf({}, {}, { takes: { posts: fixed(9n) }, claims });
    expect([posts?.take, posts?.claims]).toEqual([fixed(9n), paid]);
  });

  it('serve nobody first where the document names no group', () => {
    const pack = { pool: { served_first: undefined } };
    expect(postsOf(pack, {}, { takes: {}, claims })?.claims?.map(({ first }) => first)).toEqual([
      false,
      false,
    ]);
  });

  it('are missing under the name of the use while the village has not decided', () => {
    expect(uses({}).map(({ take }) => take)).toEqual([
      { kind: 'missing', missing: ['posts'] },
      { kind: 'missing', missing: ['reward'] },
      { kind: 'rest' },
    ]);
    expect(uses({}, { pool: 'other' })).toEqual([]);
  });
});
