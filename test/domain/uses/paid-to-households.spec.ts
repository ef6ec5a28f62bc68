import type { Settled } from '../../../src/domain/ledger/settled-debts';
import { paidToHouseholds, type SettledList } from '../../../src/domain/uses/paid-to-households';

const LIVED = {
  year: 2025,
  householdOf: new Map([
    ['li', 'A'],
    ['wife', 'A'],
    ['zhang', 'B'],
  ]),
};
const paidOn = (on: string, amount: bigint): Settled => ({ on, amount });
/** 1,000.00 of which the household A has 700.00, B 200.00 and one who lives nowhere any more 100.00. */
const listOf = (...settled: Settled[]): SettledList => ({
  ...{ amount: 100_000n, settled },
  lines: [
    { memberId: 'li', amount: 40_000n },
    { memberId: 'wife', amount: 30_000n },
    { memberId: 'zhang', amount: 20_000n },
    { memberId: 'gone', amount: 10_000n },
  ],
});

describe('what the books paid to households in a year', () => {
  const cases: [string, SettledList[], Record<string, bigint>][] = [
    ['nothing of a list that is only owed', [listOf()], {}],
    ['all of one that is paid', [listOf(paidOn('2025-12-31', 100_000n))], { A: 70_000n, B: 20_000n }],
    [
      'nothing of the year before or after',
      [listOf(paidOn('2024-12-31', 50_000n), paidOn('2026-01-01', 50_000n))],
      {},
    ],
    ['nothing that the others can have had', [listOf(paidOn('2025-01-01', 30_000n))], {}],
    ['a fen that the others cannot have had', [listOf(paidOn('2025-01-01', 30_001n))], { A: 1n }],
    [
      'of payments of one year together',
      [listOf(paidOn('2025-01-01', 50_000n), paidOn('2025-02-01', 40_000n))],
      { A: 60_000n, B: 10_000n },
    ],
    [
      'lists together',
      [listOf(paidOn('2025-01-01', 100_000n)), listOf(paidOn('2025-01-01', 100_000n))],
      { A: 140_000n, B: 40_000n },
    ],
  ];
  it.each(cases)('%s', (_name, lists, expected) => {
    expect(Object.fromEntries(paidToHouseholds({ lists, shares: [] }, LIVED))).toEqual(expected);
  });

  it('counts dividends of households and of their members, by the day of the payment', () => {
    const shares = [
      { holderId: 'A', on: '2025-01-01', amount: 500n },
      { holderId: 'wife', on: '2025-12-31', amount: 30n },
      { holderId: 'wife', on: '2026-01-01', amount: 7n },
      { holderId: 'B', on: '2024-12-31', amount: 7n },
    ];
    expect(Object.fromEntries(paidToHouseholds({ lists: [], shares }, LIVED))).toEqual({ A: 530n });
  });
});
