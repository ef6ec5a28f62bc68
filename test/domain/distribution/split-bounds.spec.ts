import { splitSurplus } from '../../../src/domain/distribution/split-surplus';
import type { SplitUse } from '../../../src/domain/distribution/split-use';
import { sentenceFor } from '../../../src/glossary/sentences';
import { codes, dues, fixed, missing, REST, share, use } from './uses';

describe('a split is refused by name', () => {
  const GATE = { ruleId: 'GX-3-6b', missing: [] };
  it.each<{ rule: string; uses: SplitUse[]; says: string[] }>([
    { rule: 'one fen above what there is', uses: [use('a', fixed(101n))], says: ['split.aboveLeft uses'] },
    {
      rule: 'a share of what was received above what is left of it',
      uses: [use('a', share('80%', 200n, 'everything_received'))],
      says: ['split.aboveLeft uses'],
    },
    {
      rule: 'a later order above what the first left',
      uses: [use('a', fixed(60n)), use('b', fixed(41n), { order: 2 })],
      says: ['split.aboveLeft uses'],
    },
    {
      rule: 'two that take the rest of one order',
      uses: [use('a', REST), use('b', REST)],
      says: ['split.twoRests uses'],
    },
    { rule: 'nobody having decided', uses: [use('a', missing('labour'))], says: ['split.undecided uses.a'] },
    {
      rule: 'a whole that nobody has entered',
      uses: [use('a', share('10%', undefined, 'new_income'))],
      says: ['split.undecided uses.a'],
    },
    {
      rule: 'a bound that nobody has entered, even where nothing is taken',
      uses: [use('a', fixed(0n), { cap: missing('bonus.ratio') })],
      says: ['split.undecided uses.a'],
    },
    {
      rule: 'a fen behind a closed gate',
      uses: [use('a', fixed(1n), { gate: { ...GATE, outcome: 'failed' } })],
      says: ['split.gateClosed uses.a'],
    },
    {
      rule: 'the rest behind a closed gate',
      uses: [use('a', REST, { gate: { ...GATE, outcome: 'failed' } })],
      says: ['split.gateClosed uses.a'],
    },
    {
      rule: 'a fen behind a gate of which nobody knows',
      uses: [use('a', fixed(1n), { gate: { ...GATE, outcome: 'undecided', missing: ['gate.households'] } })],
      says: ['split.gateUndecided uses.a'],
    },
    {
      rule: 'no whole fen between the bounds',
      uses: [use('a', fixed(10n), { floor: share('10.1%', 100n), cap: share('10.9%', 100n) })],
      says: ['split.boundsCross uses.a'],
    },
    {
      rule: 'everything wrong at once',
      uses: [
        use('a', fixed(200n), { cap: fixed(150n) }),
        use('b', fixed(1n), { floor: fixed(2n), order: 2 }),
        use('c', missing('x')),
      ],
      says: [
        'split.aboveLeft uses',
        'split.aboveCap uses.a',
        'split.undecided uses.c',
        'split.aboveLeft uses',
        'split.belowFloor uses.b',
      ],
    },
  ])('$rule', ({ uses, says }) => {
    const split = splitSurplus(100n, uses);
    expect([split.outcome, codes(split)]).toEqual(['refused', says]);
  });

  it.each<{ rule: string; uses: SplitUse[] }>([
    { rule: 'nothing', uses: [use('a', fixed(0n), { gate: { ...GATE, outcome: 'failed' } })] },
    {
      rule: 'nothing left to take',
      uses: [use('a', fixed(100n)), use('b', REST, { order: 2, gate: { ...GATE, outcome: 'failed' } })],
    },
    {
      rule: 'nothing while nobody knows',
      uses: [use('a', fixed(0n), { gate: { ...GATE, outcome: 'undecided', missing: ['x'] } })],
    },
    {
      rule: 'anything once it is open',
      uses: [use('a', fixed(100n), { gate: { ...GATE, outcome: 'passed' } })],
    },
  ])('but behind a gate may stand $rule', ({ uses }) => {
    expect(splitSurplus(100n, uses).outcome).toBe('split');
  });

  it('in fen and in words', () => {
    const said = (uses: SplitUse[]): string[] =>
      splitSurplus(10_000n, uses).problems.map(({ code, facts }) => sentenceFor(code, facts));
    expect(said([use('岗位', fixed(9_000n)), use('劳务', fixed(1_001n))])).toEqual([
      '劳务、岗位共要 100.01 元，轮到这里只有 100.00 元，多出 0.01 元。',
    ]);
    expect(said([use('岗位', fixed(5_999n), { floor: share('60%', 10_000n) })])).toEqual([
      '“岗位”是 59.99 元，最低要 60.00 元，差 0.01 元。',
    ]);
    expect(said([use('分红', fixed(1n), { gate: { ...GATE, outcome: 'failed' } })])).toEqual([
      '“分红”安排了 0.01 元，按规定（GX-3-6b）现在不能安排。',
    ]);
  });
});

describe('the bounds of a use', () => {
  it.each<{ rule: string; net: bigint; a: SplitUse; amount: bigint; says: string[] }>([
    {
      rule: 'a floor is met by its amount',
      net: 100n,
      a: use('a', fixed(60n), { floor: fixed(60n) }),
      amount: 60n,
      says: [],
    },
    {
      rule: 'and not by a fen less',
      net: 100n,
      a: use('a', fixed(59n), { floor: fixed(60n) }),
      amount: 59n,
      says: ['split.belowFloor uses.a'],
    },
    {
      rule: 'a cap by its amount',
      net: 100n,
      a: use('a', fixed(60n), { cap: fixed(60n) }),
      amount: 60n,
      says: [],
    },
    {
      rule: 'and not by a fen more',
      net: 100n,
      a: use('a', fixed(61n), { cap: fixed(60n) }),
      amount: 61n,
      says: ['split.aboveCap uses.a'],
    },
    {
      rule: 'a floor of 60.6 fen asks for 61',
      net: 101n,
      a: use('a', fixed(60n), { floor: share('60%', 101n) }),
      amount: 60n,
      says: ['split.belowFloor uses.a'],
    },
    {
      rule: 'and is met by 61',
      net: 101n,
      a: use('a', fixed(61n), { floor: share('60%', 101n) }),
      amount: 61n,
      says: [],
    },
    {
      rule: 'a cap of 60.6 fen allows 60',
      net: 101n,
      a: use('a', fixed(60n), { cap: share('60%', 101n) }),
      amount: 60n,
      says: [],
    },
    {
      rule: 'and not 61',
      net: 101n,
      a: use('a', fixed(61n), { cap: share('60%', 101n) }),
      amount: 61n,
      says: ['split.aboveCap uses.a'],
    },
    {
      rule: 'a share that is its own floor is rounded up',
      net: 102n,
      a: use('a', share('60%', 102n), { floor: share('60%', 102n) }),
      amount: 62n,
      says: [],
    },
    {
      rule: 'a share that is its own cap is rounded down',
      net: 101n,
      a: use('a', share('60%', 101n), { cap: share('60%', 101n) }),
      amount: 60n,
      says: [],
    },
    {
      rule: 'a share without a bound is rounded to the nearer fen',
      net: 101n,
      a: use('a', share('60%', 101n)),
      amount: 61n,
      says: [],
    },
    {
      rule: 'a share below its floor is not lifted',
      net: 100n,
      a: use('a', share('59%', 100n), { floor: share('60%', 100n) }),
      amount: 59n,
      says: ['split.belowFloor uses.a'],
    },
    {
      rule: 'a rest below its floor is not lifted',
      net: 100n,
      a: use('a', REST, { floor: fixed(101n) }),
      amount: 100n,
      says: ['split.belowFloor uses.a'],
    },
    {
      rule: 'a cap of a loss is nothing',
      net: 100n,
      a: use('a', fixed(1n), { cap: share('10%', -70n, 'new_income') }),
      amount: 1n,
      says: ['split.aboveCap uses.a'],
    },
    {
      rule: 'dues are not cut to a cap',
      net: 100n,
      a: use('a', dues(60n), { cap: fixed(50n) }),
      amount: 60n,
      says: ['split.aboveCap uses.a'],
    },
  ])('$rule', ({ net, a, amount, says }) => {
    const split = splitSurplus(net, [a]);
    expect([split.parts[0]?.amount, codes(split)]).toEqual([amount, says]);
  });
});
