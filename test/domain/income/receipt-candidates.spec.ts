import { type OwedIncome, receiptCandidates } from '../../../src/domain/income/receipt-candidates';

const owed = (id: string, outstanding: bigint, wish: Partial<OwedIncome> = {}): OwedIncome => ({
  id,
  assetId: 'a1',
  stream: 'energy',
  aboutPeriod: '2025-05',
  payer: 'grid',
  outstanding,
  ...wish,
});
const found = (all: OwedIncome[], amount: bigint, counterparty = '') =>
  receiptCandidates(all, { amount, counterparty }).map(
    ({ owed: of, exact }) => `${of.map(({ id }) => id).join('+')}${exact ? '' : '?'}`,
  );

describe('what a credit of the bank could be for', () => {
  it.each<{ why: string; all: OwedIncome[]; amount: bigint; expected: string[] }>([
    {
      why: 'the very amount of one thing owed',
      all: [owed('x', 50n), owed('y', 60n)],
      amount: 50n,
      expected: ['x', 'y?'],
    },
    { why: 'all of an asset', all: [owed('x', 50n), owed('y', 60n)], amount: 110n, expected: ['x+y'] },
    {
      why: 'the subsidy of several months and not the rest',
      all: [
        owed('x', 50n),
        owed('s', 20n, { stream: 'subsidy' }),
        owed('t', 30n, { stream: 'subsidy', assetId: 'a2' }),
      ],
      amount: 50n,
      expected: ['x', 's+t'],
    },
    { why: 'what is cleared is no candidate', all: [owed('x', 0n)], amount: 50n, expected: [] },
    { why: 'ten times as much is owed', all: [owed('x', 500n)], amount: 50n, expected: ['x?'] },
    { why: 'more than ten times as much', all: [owed('x', 501n)], amount: 50n, expected: [] },
  ])('$why: $expected', ({ all, amount, expected }) => {
    expect(found(all, amount)).toEqual(expected);
  });

  it('names what the same payer owes first, and six at most', () => {
    const all = [1, 2, 3, 4, 5, 6, 7].map((id) =>
      owed(String(id), 60n, { payer: id === 7 ? 'Wang' : 'grid' }),
    );
    expect(found(all, 50n, 'Wang')).toEqual(['7?', '1?', '2?', '3?', '4?', '5?']);
  });
});
