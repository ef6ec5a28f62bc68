import type { LifeFacts } from '../../../src/domain/assets/asset-life';
import {
  type DepreciationTerms,
  depreciationSchedule,
  plannedRows,
} from '../../../src/domain/assets/depreciation';
import { termsAfterTransfer } from '../../../src/domain/assets/transfer-terms';

const TERMS: DepreciationTerms = {
  ...{ from: '2024-01', months: 12, cost: 20_000_011n, accumulated: 0n, salvage: 1_000_001n },
};
const MONTHS = plannedRows([TERMS]);

function factsAfter(booked: number, accumulated = MONTHS[booked - 1]?.accumulated ?? 0n): LifeFacts {
  const months = MONTHS.slice(0, booked).map(({ month }) => month);
  return {
    ...{ asset: { name: 'Joint station', acquiredOn: '2023-12-20' }, today: '2024-12-31', events: [] },
    ...{ books: { cost: TERMS.cost, accumulated }, terms: [TERMS], lastBooked: months.at(-1) },
    booked: new Set(months),
  };
}

describe('the terms after a part of an asset came or went', () => {
  it.each([
    ['goes, after four months', 4, 3_000_000n, -5_383_336n, ['2024-05', 8, 950_000n, 150_000n, 237_500n]],
    [
      'comes, after four months',
      4,
      27_000_017n,
      2_216_667n,
      ['2024-05', 8, 8_550_003n, 1_350_001n, 2_137_502n],
    ],
    [
      'goes, after eleven months',
      11,
      3_000_000n,
      -14_804_159n,
      ['2024-12', 1, 2_612_515n, 150_000n, 237_485n],
    ],
    ['goes, after the last month', 12, 3_000_000n, -16_150_010n, ['2025-01', 1, 2_850_000n, 150_000n, 0n]],
  ] as const)('go on from the new net where a part %s', (_says, booked, to, moved, found) => {
    const terms = termsAfterTransfer(factsAfter(booked), { to, moved });
    if (terms === undefined) throw new Error('no terms');
    const rows = depreciationSchedule(terms);
    const { from, months, accumulated, salvage } = terms;
    expect([from, months, accumulated, salvage, rows[0]?.amount]).toEqual(found);
    expect(terms.cost).toBe(to);
    expect(rows.at(-1)).toMatchObject({ net: salvage });
    expect(rows.every(({ amount, net }) => amount >= 0n && net >= salvage)).toBe(true);
  });

  it('begin with the first month that is not booked, as the terms themselves do', () => {
    const { from, months } = termsAfterTransfer(factsAfter(0, 0n), { to: 1_000_000n, moved: 0n }) ?? {};
    expect([from, months]).toEqual(['2024-01', 12]);
  });

  it('take along what stands on accumulated depreciation beside the terms', () => {
    const facts = factsAfter(4, 7_000_000n);
    expect(termsAfterTransfer(facts, { to: 10_000_000n, moved: -3_500_000n })?.accumulated).toBe(3_500_000n);
  });

  it('are none of an asset without terms, nor of one that lost more than it cost', () => {
    expect(termsAfterTransfer({ ...factsAfter(4), terms: [] }, { to: 1n, moved: 0n })).toBeUndefined();
    expect(termsAfterTransfer(factsAfter(4), { to: 1n, moved: 0n })).toBeUndefined();
  });
});
