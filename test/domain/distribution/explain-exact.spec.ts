import { outlineOf } from '../../../src/cli/draw-explained';
import { explainExact } from '../../../src/domain/distribution/explain-exact';
import type { NetTerm } from '../../../src/domain/distribution/explain-split';
import type { Explained } from '../../../src/domain/policy/explanation';
import type { LocalNumbers } from '../../../src/domain/policy/pack';
import { bound, halfYear, packWith, type Raw } from './small-plans';

const source = { kind: 'books', id: 'statement' } as const;
const TERMS: NetTerm[] = [
  { label: 'received', subject: '', amount: 12_000n, source },
  { label: 'cost', subject: '土地租金', amount: -1_999n, source, clause: 'uses' },
];

/** How a limit on the posts (59.99) and the reward (0.02) of a half year with 100.01 is told. */
function told(limit: Raw, local: LocalNumbers = {}): Explained | undefined {
  const pack = packWith({ limits: [bound(limit)] });
  const [read] = pack.pools[0]?.limits ?? [];
  return read && explainExact(read, halfYear(pack, { planned: { posts: 5_999n, reward: 2n }, local }), TERMS);
}

describe('what a document fixes for some uses together', () => {
  it('is told by its share, what that is a share of term by term, and what the uses came to', () => {
    const limit = { exactly: 'value:posts.floor of distributable', on: ['posts', 'reward', 'other'] };
    const found = told(limit);
    expect(found && outlineOf(found)).toEqual([
      'exactly 岗位资金不低于60%: share_of [uses] = 60.01',
      '. share: given = 60%',
      '. whole distributable: sum = 100.01',
      '. . received: given (books statement) = 120.00',
      '. . cost 土地租金: given [uses] (books statement) = -19.99',
      '. covered: sum = 60.01',
      '. . term 岗位: given = 59.99',
      '. . term 奖励: given = 0.02',
      '. . term 其他: given = 0.00',
    ]);
  });

  it('is told by the bare whole where that is not what there is to distribute', () => {
    const found = told({ exactly: '0.3333 of everything_received' });
    expect(found && outlineOf(found)).toEqual([
      // 12,000 × 33.33 % = 3,999.6
      'exactly 岗位资金不低于60%: share_of [uses] = 40.00',
      '. share: given = 33.33%',
      '. whole everything_received: given = 120.00',
      '. covered: sum = 59.99',
      '. . term 岗位: given = 59.99',
    ]);
  });

  it('comes with the share the county gave', () => {
    const found = told({ exactly: 'need:main.floor of everything_received' }, { 'main.floor': '0.5' });
    expect(found?.result).toBe(6_000n);
  });

  it.each<{ rule: string; limit: Raw }>([
    { rule: 'a floor', limit: { at_least: '0.5 of distributable' } },
    { rule: 'a cap', limit: { at_most: '0.5 of distributable' } },
    { rule: 'a share over the year', limit: { exactly: '0.5 of everything_received', over: 'year' } },
    { rule: 'an amount in yuan', limit: { exactly: 'value:yearly' } },
    { rule: 'a share of a number', limit: { exactly: '0.5 times 50' } },
    { rule: 'a product of three', limit: { exactly: '0.5 times 0.1 times everything_received' } },
    { rule: 'a share nobody gave', limit: { exactly: 'need:main.floor of distributable' } },
    { rule: 'a share of a sum nobody gave', limit: { exactly: '0.5 of new_income' } },
  ])('is not told of $rule', ({ limit }) => {
    expect(told(limit)).toBeUndefined();
  });
});
