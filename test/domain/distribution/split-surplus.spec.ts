import { splitSurplus } from '../../../src/domain/distribution/split-surplus';
import type { SplitUse } from '../../../src/domain/distribution/split-use';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';
import { amounts, fixed, missing, REST, share, use } from './uses';

describe('a surplus goes to its uses', () => {
  it.each<{ rule: string; net: bigint; uses: SplitUse[]; gives: Record<string, bigint>; left: bigint }>([
    { rule: 'and stays where no use takes it', net: 100n, uses: [], gives: {}, left: 100n },
    {
      rule: 'as decided, to the last fen',
      net: 100n,
      uses: [use('a', fixed(60n)), use('b', fixed(40n))],
      gives: { a: 60n, b: 40n },
      left: 0n,
    },
    {
      rule: 'what is not asked for staying over',
      net: 100n,
      uses: [use('a', fixed(60n))],
      gives: { a: 60n },
      left: 40n,
    },
    {
      rule: 'the rest after the others of its order, wherever it stands',
      net: 100n,
      uses: [use('a', REST), use('b', fixed(30n)), use('c', share('10%', 100n))],
      gives: { a: 60n, b: 30n, c: 10n },
      left: 0n,
    },
    {
      rule: 'the first rest taking what there is, a later one nothing',
      net: 100n,
      uses: [use('a', REST, { order: 2 }), use('b', fixed(30n)), use('c', REST, { order: 3 })],
      gives: { b: 30n, a: 70n, c: 0n },
      left: 0n,
    },
    {
      rule: 'a rest up to its cap, the next order taking on',
      net: 100n,
      uses: [use('a', REST, { cap: fixed(25n) }), use('b', REST, { order: 2 })],
      gives: { a: 25n, b: 75n },
      left: 0n,
    },
    {
      rule: 'lower orders first',
      net: 100n,
      uses: [use('late', REST, { order: 9 }), use('early', fixed(100n), { order: 1 })],
      gives: { early: 100n, late: 0n },
      left: 0n,
    },
    {
      rule: 'shares that make the whole to the whole, the odd fen to the larger cut',
      net: 10_001n,
      uses: [use('a', share('45%', 10_001n)), use('b', share('55%', 10_001n))],
      gives: { a: 4_500n, b: 5_501n },
      left: 0n,
    },
    {
      rule: 'shares cut alike by their ids, the part nobody takes last',
      net: 101n,
      uses: [use('b', share('25%', 101n)), use('a', share('25%', 101n)), use('c', share('50%', 101n))],
      gives: { a: 25n, b: 25n, c: 51n },
      left: 0n,
    },
    {
      rule: 'half a fen to the use, not to nobody',
      net: 101n,
      uses: [use('a', share('50%', 101n))],
      gives: { a: 51n },
      left: 50n,
    },
    {
      rule: 'less than half a fen to nobody',
      net: 102n,
      uses: [use('a', share('20%', 102n))],
      gives: { a: 20n },
      left: 82n,
    },
    {
      rule: 'shares of different wholes',
      net: 900n,
      uses: [use('a', share('2.9%', 1_000n, 'everything_received')), use('b', share('50%', 900n))],
      gives: { a: 29n, b: 450n },
      left: 421n,
    },
    {
      rule: 'nothing to a share of a loss',
      net: 100n,
      uses: [use('a', share('10%', -500n, 'new_income')), use('b', share('10%', 0n, 'new_income'))],
      gives: { a: 0n, b: 0n },
      left: 100n,
    },
    {
      rule: 'beyond 2^53 to the fen',
      net: 10n ** 30n + 1n,
      uses: [use('a', share('1%', 10n ** 30n + 1n)), use('b', REST)],
      gives: { a: 10n ** 28n, b: 99n * 10n ** 28n + 1n },
      left: 0n,
    },
  ])('$rule', ({ net, uses, gives, left }) => {
    const split = splitSurplus(net, uses);
    expect([split.outcome, amounts(split), split.left]).toEqual(['split', gives, left]);
    expect(amounts(splitSurplus(net, [...uses].reverse()))).toEqual(gives);
  });

  it.each([0n, -1n, -10_000n])('only where there is something: %s fen are nothing to split', (net) => {
    const split = splitSurplus(net, [use('a', fixed(5n)), use('b', missing('x'))]);
    expect(split).toEqual({ outcome: 'nothing', net, parts: [], left: net, problems: [] });
  });

  it('each named once, none below zero', () => {
    expect(() => splitSurplus(1n, [use('a', REST), use('a', REST)])).toThrow(BrokenInvariant);
    expect(() => splitSurplus(1n, [use('a', fixed(-1n))])).toThrow(BrokenInvariant);
  });
});
