import { costCandidates } from '../../../src/domain/deductions/cost-candidates';

const cost = (name: string, amount: bigint) => ({ name, amount });

describe('what a payment of the bank could be', () => {
  it.each([
    {
      ...{ what: 'the very amount first', paid: 1_200n, names: 'ba' },
      costs: [cost('a', 1_300n), cost('b', 1_200n)],
    },
    { what: 'then the nearest', costs: [cost('a', 2_400n), cost('b', 700n)], paid: 1_200n, names: 'ba' },
    { what: 'nothing of another size', costs: [cost('a', 120_000n)], paid: 1_500n, names: '' },
    {
      ...{ what: 'nothing above twice or below half of it', names: 'cb' },
      ...{ costs: [cost('a', 201n), cost('b', 200n), cost('c', 50n), cost('d', 49n)], paid: 100n },
    },
  ])('is $what', ({ costs, paid, names }) => {
    const found = costCandidates(costs, paid).map(({ name }) => name);
    expect(found.join('')).toBe(names);
  });

  it('says which is exact, and offers six at most', () => {
    const many = Array.from({ length: 9 }, (_, place) => cost(String(place), 100n + BigInt(place)));
    const found = costCandidates(many, 100n);
    expect(found.map(({ exact }) => exact)).toEqual([true, false, false, false, false, false]);
  });
});
