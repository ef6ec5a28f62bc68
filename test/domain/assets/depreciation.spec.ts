import fc from 'fast-check';
import {
  depreciationClosingProblems,
  depreciationSchedule,
  type DepreciationTerms,
  dueDepreciation,
  lostByNow,
  monthEnd,
  plannedRows,
  salvageOn,
  standAt,
} from '../../../src/domain/assets/depreciation';

const TERMS: DepreciationTerms = { from: '2025-02', months: 3, cost: 10_000n, accumulated: 0n, salvage: 0n };
const terms = (wish: Partial<DepreciationTerms>): DepreciationTerms => ({ ...TERMS, ...wish });
const amounts = (wish: Partial<DepreciationTerms>): bigint[] =>
  depreciationSchedule(terms(wish)).map(({ amount }) => amount);

describe('depreciation by the straight line', () => {
  it.each<{ rule: string; wish: Partial<DepreciationTerms>; are: bigint[] }>([
    { rule: 'spreads evenly', wish: { cost: 9_000n }, are: [3_000n, 3_000n, 3_000n] },
    { rule: 'lets the last month take what rounding left over', wish: {}, are: [3_333n, 3_333n, 3_334n] },
    {
      rule: 'takes it off the last month where it rounded up',
      wish: { cost: 20_000n },
      are: [6_667n, 6_667n, 6_666n],
    },
    { rule: 'rounds half a fen up', wish: { cost: 5n, months: 2 }, are: [3n, 2n] },
    { rule: 'rounds less than half a fen down', wish: { cost: 4n }, are: [1n, 1n, 2n] },
    {
      rule: 'stops where rounding up reached the end',
      wish: { cost: 3n, months: 5 },
      are: [1n, 1n, 1n, 0n, 0n],
    },
    {
      rule: 'gives all to the last where nothing rounds up',
      wish: { cost: 2n, months: 5 },
      are: [0n, 0n, 0n, 0n, 2n],
    },
    { rule: 'keeps the salvage value out', wish: { salvage: 1_000n }, are: [3_000n, 3_000n, 3_000n] },
    { rule: 'keeps out what was lost before', wish: { accumulated: 4_000n }, are: [2_000n, 2_000n, 2_000n] },
    { rule: 'takes one month whole', wish: { months: 1 }, are: [10_000n] },
  ])('$rule', ({ wish, are }) => {
    expect(amounts(wish)).toEqual(are);
  });

  it('tells month by month what is lost and what is left', () => {
    expect(depreciationSchedule(terms({ from: '2025-11', accumulated: 1_000n, salvage: 400n }))).toEqual([
      { month: '2025-11', amount: 2_867n, accumulated: 3_867n, net: 6_133n },
      { month: '2025-12', amount: 2_867n, accumulated: 6_734n, net: 3_266n },
      { month: '2026-01', amount: 2_866n, accumulated: 9_600n, net: 400n },
    ]);
  });

  it('spreads nothing over no month, and no less than nothing', () => {
    expect(() => depreciationSchedule(terms({ months: 0 }))).toThrow('at least one month');
    expect(() => depreciationSchedule(terms({ salvage: 10_001n }))).toThrow('at least one month');
    expect(amounts({ salvage: 10_000n })).toEqual([0n, 0n, 0n]);
  });

  it('lands exactly on the salvage value, no month negative or past it, whatever is spread', () => {
    const fen = fc.bigInt({ min: 0n, max: 900_000_000_000n });
    fc.assert(
      fc.property(fen, fen, fen, fc.integer({ min: 1, max: 600 }), (accumulated, salvage, whole, months) => {
        const cost = accumulated + salvage + whole;
        const rows = depreciationSchedule({ from: '2020-01', months, cost, accumulated, salvage });
        expect(rows).toHaveLength(months);
        expect(rows.at(-1)).toMatchObject({ net: salvage, accumulated: cost - salvage });
        let before = accumulated;
        for (const { amount, accumulated: lost, net } of rows) {
          if (amount < 0n || lost !== before + amount || net !== cost - lost || net < salvage)
            throw new Error('a month goes wrong');
          before = lost;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('terms that change', () => {
  const first = terms({ from: '2025-01', months: 4, cost: 4_000n });
  const second = terms({ from: '2025-03', months: 4, cost: 6_000n, accumulated: 2_000n });
  const planned = (through?: string): [string, bigint][] =>
    plannedRows([first, second], through).map(({ month, amount }) => [month, amount]);

  it('leave the months before them as they were, and plan those from them on anew', () => {
    expect(planned()).toEqual([
      ['2025-01', 1_000n],
      ['2025-02', 1_000n],
      ['2025-03', 1_000n],
      ['2025-04', 1_000n],
      ['2025-05', 1_000n],
      ['2025-06', 1_000n],
    ]);
    expect(plannedRows([first, second]).map(({ net }) => net)).toEqual([
      3_000n,
      2_000n,
      3_000n,
      2_000n,
      1_000n,
      0n,
    ]);
  });

  it('end with the month of the disposal, which still loses its part', () => {
    expect(planned('2025-03').map(([month]) => month)).toEqual(['2025-01', '2025-02', '2025-03']);
  });

  it.each([
    ['nothing is booked', [], 0n],
    ['one month of the first is', ['2025-01'], 1_000n],
    ['the first are', ['2025-01', '2025-02'], 2_000n],
    ['a month of the second is', ['2025-01', '2025-02', '2025-03'], 3_000n],
    ['a month between was taken back', ['2025-01', '2025-03'], 2_000n],
  ])('say what the asset has lost by now where %s', (_what, booked, lost) => {
    expect(lostByNow([first, second], new Set(booked))).toBe(lost);
    expect(lostByNow([], new Set(booked))).toBe(0n);
  });

  it.each([
    ['before any terms', '2024-12', undefined],
    ['when the first begin', '2025-01', { cost: 4_000n, accumulated: 0n }],
    ['after one month of the first', '2025-02', { cost: 4_000n, accumulated: 1_000n }],
    ['when the second begin', '2025-03', { cost: 6_000n, accumulated: 2_000n }],
    ['after one month of the second', '2025-04', { cost: 6_000n, accumulated: 3_000n }],
    ['after the last month', '2026-01', { cost: 6_000n, accumulated: 6_000n }],
  ])('say where the asset stands %s', (_when, month, stand) => {
    expect(standAt([first, second], month)).toEqual(stand);
  });
});

describe('depreciation that is due', () => {
  const one = { assetId: 'a', rows: depreciationSchedule(TERMS), booked: new Set(['2025-03']) };
  const nil = depreciationSchedule(terms({ from: '2025-01', months: 2, cost: 1n }));
  const other = { assetId: 'b', rows: nil, booked: new Set<string>() };

  it('is what is not booked, up to a month and with it, oldest first; a month of nothing is not', () => {
    expect(dueDepreciation([other, one], '2025-01')).toEqual([
      { assetId: 'b', month: '2025-01', amount: 1n },
    ]);
    expect(
      dueDepreciation([one, other], '2025-04').map(({ assetId, month }) => `${assetId} ${month}`),
    ).toEqual(['b 2025-01', 'a 2025-02', 'a 2025-04']);
  });

  it('keeps its own month open, and no other', () => {
    const due = dueDepreciation([one, { ...one, assetId: 'c' }], '2025-04');
    expect(depreciationClosingProblems('2025-02', due)).toEqual([
      {
        code: 'months.depreciationDue',
        field: '2025-02',
        facts: { month: '2025-02', count: 2, amount: 6_666n },
      },
    ]);
    expect(depreciationClosingProblems('2025-03', due)).toEqual([]);
  });
});

describe('the end of a month in which the value of an asset changed', () => {
  const FIRST = { from: '2025-06', months: 10, cost: 100_000n, accumulated: 0n, salvage: 0n };
  // Improved by 20.01 and written down by 100.00 in July; the terms of August know both.
  const AFTER = { from: '2025-08', months: 8, cost: 102_001n, accumulated: 30_000n, salvage: 0n };

  it.each([
    ['2025-06', { cost: 100_000n, net: 90_000n, costChange: 0n, lossChange: 0n }],
    [
      '2025-07',
      { cost: 102_001n, accumulated: 30_000n, net: 72_001n, costChange: 2_001n, lossChange: 10_000n },
    ],
    ['2025-08', { cost: 102_001n, accumulated: 39_000n, net: 63_001n, costChange: 0n, lossChange: 0n }],
    ['2026-03', { cost: 102_001n, accumulated: 102_001n, net: 0n, costChange: 0n, lossChange: 0n }],
  ])('is what the books have then: %s', (month, end) => {
    const row = plannedRows([FIRST, AFTER]).find((each) => each.month === month);
    expect(row && monthEnd([FIRST, AFTER], row)).toMatchObject(end);
  });
});

describe('what is left at the end once the cost has changed', () => {
  it.each([
    [57_600_000n, 2_880_000n],
    [72_000_000n, 3_600_000n],
    [90_000_000n, 4_500_000n],
    // 36,000.00 × 100,000.01 ÷ 720,000.00 = 5,000.0005
    [10_000_001n, 500_000n],
    [0n, 0n],
  ])('of %s is %s, the same part of it', (cost, left) => {
    expect(salvageOn(terms({ cost: 72_000_000n, salvage: 3_600_000n }), cost)).toBe(left);
  });

  it('stays where nothing had a cost', () => {
    expect(salvageOn(terms({ cost: 0n, salvage: 0n }), 1_000n)).toBe(0n);
  });
});
