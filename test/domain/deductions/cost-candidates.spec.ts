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
    const found = costCandidates(costs, { amount: paid, counterparty: '' }).map(({ name }) => name);
    expect(found.join('')).toBe(names);
  });

  it.each([
    { what: 'before what is nearer', paid: 100n, names: 'bac', to: ['', 'Mill', ''], of: [101n, 150n, 120n] },
    { what: 'after the very amount', paid: 100n, names: 'ab', to: ['', 'Mill'], of: [100n, 150n] },
    { what: 'in a part, however small', paid: 100n, names: 'a', to: ['Mill', ''], of: [90_000n, 90_000n] },
    { what: 'and not above all that is owed', paid: 100n, names: '', to: ['Mill'], of: [49n] },
  ])('is what is owed to whom the bank names: $what', ({ paid, names, to, of }) => {
    const costs = of.map((amount, place) => ({ name: 'abc'.charAt(place), amount, payee: to[place] }));
    const found = costCandidates(costs, { amount: paid, counterparty: 'Mill' });
    expect(found.map(({ name }) => name).join('')).toBe(names);
  });

  it.each([
    { what: 'a part of it, behind what is near', paid: 100n, names: 'ba', of: [5_000n, 150n] },
    { what: 'one part to half of it', paid: 100n, names: 'a', of: [10_000n] },
    { what: 'nothing below', paid: 100n, names: '', of: [10_001n] },
    { what: 'never more than it', paid: 100n, names: '', of: [49n] },
  ])('is of what several are owed $what', ({ paid, names, of }) => {
    const costs = of.map((amount, place) => ({
      name: 'ab'.charAt(place),
      amount,
      parts: place === 0 ? 50 : 1,
    }));
    const found = costCandidates(costs, { amount: paid, counterparty: '' });
    expect(found.map(({ name }) => name).join('')).toBe(names);
  });

  it('says which is exact, and offers six at most', () => {
    const many = Array.from({ length: 9 }, (_, place) => cost(String(place), 100n + BigInt(place)));
    const found = costCandidates(many, { amount: 100n, counterparty: '' });
    expect(found.map(({ exact }) => exact)).toEqual([true, false, false, false, false, false]);
  });
});
