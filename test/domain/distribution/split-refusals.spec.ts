import { splitSurplus } from '../../../src/domain/distribution/split-surplus';
import type { SplitUse } from '../../../src/domain/distribution/split-use';
import { dues, fixed, missing, REST, share, use } from './uses';

describe('a refused split tells in fen what would cure it', () => {
  const GATE = { ruleId: 'GX-3-6b', missing: ['gate.households'] };
  it.each<{ rule: string; uses: SplitUse[]; problem: object }>([
    {
      rule: 'by how much more was asked, and by which uses',
      uses: [use('a', fixed(60n)), use('b', fixed(0n)), use('c', fixed(41n))],
      problem: {
        ...{ code: 'split.aboveLeft', field: 'uses' },
        facts: { uses: ['a', 'c'], asked: 101n, available: 100n, excess: 1n },
      },
    },
    {
      rule: 'which two want the rest',
      uses: [use('a', REST), use('b', fixed(1n)), use('c', REST)],
      problem: { code: 'split.twoRests', field: 'uses', facts: { uses: ['a', 'c'] } },
    },
    {
      rule: 'each number that is wanting, once',
      uses: [
        use('a', missing('x'), { floor: missing('y', 'x'), cap: share('10%', undefined, 'new_income') }),
        use('b', fixed(1n)),
      ],
      problem: {
        ...{ code: 'split.undecided', field: 'uses.a' },
        facts: { use: 'a', missing: ['x', 'y', 'new_income'] },
      },
    },
    {
      rule: 'the number that a bound of the rest wants',
      uses: [use('a', REST, { cap: missing('x') })],
      problem: { code: 'split.undecided', field: 'uses.a', facts: { use: 'a', missing: ['x'] } },
    },
    {
      rule: 'the number that a bound of dues wants',
      uses: [use('a', dues(1n), { floor: missing('x') })],
      problem: { code: 'split.undecided', field: 'uses.a', facts: { use: 'a', missing: ['x'] } },
    },
    {
      rule: 'which rule closed the gate',
      uses: [use('a', fixed(7n), { gate: { ...GATE, outcome: 'failed' } })],
      problem: {
        ...{ code: 'split.gateClosed', field: 'uses.a' },
        facts: { use: 'a', amount: 7n, rule: 'GX-3-6b' },
      },
    },
    {
      rule: 'what the gate waits for',
      uses: [use('a', fixed(7n), { gate: { ...GATE, outcome: 'undecided' } })],
      problem: {
        ...{ code: 'split.gateUndecided', field: 'uses.a' },
        facts: { use: 'a', amount: 7n, rule: 'GX-3-6b', missing: ['gate.households'] },
      },
    },
    {
      rule: 'between which bounds nothing lies',
      uses: [use('a', fixed(10n), { floor: fixed(12n), cap: fixed(11n) })],
      problem: { code: 'split.boundsCross', field: 'uses.a', facts: { use: 'a', least: 12n, most: 11n } },
    },
    {
      rule: 'what a floor lacks',
      uses: [use('a', fixed(9n), { floor: fixed(12n), cap: fixed(20n) })],
      problem: {
        ...{ code: 'split.belowFloor', field: 'uses.a' },
        facts: { use: 'a', amount: 9n, least: 12n, shortfall: 3n },
      },
    },
    {
      rule: 'what a cap is passed by',
      uses: [use('a', fixed(23n), { floor: fixed(12n), cap: fixed(20n) })],
      problem: {
        ...{ code: 'split.aboveCap', field: 'uses.a' },
        facts: { use: 'a', amount: 23n, most: 20n, excess: 3n },
      },
    },
  ])('$rule', ({ uses, problem }) => {
    expect(splitSurplus(100n, uses).problems).toEqual([problem]);
  });

  it('counts what a later order is short of from what the first left, and never below nothing', () => {
    const split = splitSurplus(100n, [use('a', fixed(120n)), use('b', fixed(5n), { order: 2 })]);
    expect(split.problems.map(({ facts }) => facts)).toEqual([
      { uses: ['a'], asked: 120n, available: 100n, excess: 20n },
      { uses: ['b'], asked: 5n, available: 0n, excess: 5n },
    ]);
    expect(split.left).toBe(-25n);
  });

  it.each<{ rule: string; floor: bigint; cap: bigint }>([
    { rule: 'one and the same amount', floor: 10n, cap: 10n },
    { rule: 'the floor met', floor: 10n, cap: 11n },
    { rule: 'the cap met', floor: 9n, cap: 10n },
  ])('has nothing to say of bounds that hold: $rule', ({ floor, cap }) => {
    expect(
      splitSurplus(100n, [use('a', fixed(10n), { floor: fixed(floor), cap: fixed(cap) })]).problems,
    ).toEqual([]);
  });
});

describe('dues of agreements', () => {
  const paid = (net: bigint, uses: SplitUse[]) =>
    splitSurplus(net, uses).parts.map((part) => [
      ...[part.use.id, part.amount],
      part.paid.map(({ key, paid: got, unpaid }) => [key, got, unpaid]),
    ]);

  it('are paid as far as it reaches over all uses of an order, each claim under its own name', () => {
    expect(paid(90n, [use('a', dues(60n, 30n)), use('b', dues(30n))])).toEqual([
      [
        'a',
        68n,
        [
          ['d1', 45n, 15n],
          ['d2', 23n, 7n],
        ],
      ],
      ['b', 22n, [['d1', 22n, 8n]]],
    ]);
  });

  it('leave nothing to the rest while they are short, and the claims on a rest are paid out of it', () => {
    const claims = [{ key: 'x', amount: 30n, first: false }];
    expect(paid(90n, [use('a', dues(60n)), use('b', REST, { claims })])).toEqual([
      ['a', 60n, [['d1', 60n, 0n]]],
      ['b', 30n, [['x', 30n, 0n]]],
    ]);
    expect(paid(60n, [use('a', dues(60n)), use('b', REST, { claims })])).toEqual([
      ['a', 60n, [['d1', 60n, 0n]]],
      ['b', 0n, [['x', 0n, 30n]]],
    ]);
  });

  it('leave to a rest under a cap no more than the cap, and its claims no more than that', () => {
    const claims = [{ key: 'x', amount: 30n, first: false }];
    expect(paid(90n, [use('b', REST, { claims, cap: fixed(29n) })])).toEqual([['b', 29n, [['x', 29n, 1n]]]]);
    expect(paid(90n, [use('a', fixed(25n), { claims })])).toEqual([['a', 25n, [['x', 25n, 5n]]]]);
  });
});
