import { personsSources } from '../../../src/domain/payouts/money-sources';

// By hand: 900.00 of the east roof (February) and 300.01 of the west roof (March) met a list of 1,200.01.
const SOURCES = [
  { from: 'east, February', amount: 900_00n },
  { from: 'west, March', amount: 300_01n },
];
const people = (...of: readonly (readonly [key: string, amount: bigint])[]) =>
  of.map(([key, amount]) => ({ key, amount }));
const told = (list: ReturnType<typeof people>, key: string): string =>
  personsSources(SOURCES, list, key)
    .map(({ from, amount }) => `${from} ${String(amount)}`)
    .join('; ');

describe('from which sources one person is paid', () => {
  const list = people(['li', 600_00n], ['wu', 400_00n], ['sun', 200_01n]);

  it.each([
    ['li', 'east, February 60000'],
    ['wu', 'east, February 30000; west, March 10000'],
    ['sun', 'west, March 20001'],
    ['nobody', ''],
  ])('%s: first in, first out by the list', (key, expected) => {
    expect(told(list, key)).toBe(expected);
  });

  it('adds up what one person has at several places of the list', () => {
    const twice = people(['li', 850_00n], ['wu', 50_01n], ['li', 300_00n]);
    expect(told(twice, 'li')).toBe('east, February 85000; west, March 30000');
  });

  it('is nothing where the list and its money are not the same', () => {
    expect(told(people(['li', 1_200_00n]), 'li')).toBe('');
  });

  it('gives everybody his own and every source whole, whatever the amounts', () => {
    let seed = 20251130;
    const next = (most: number): bigint => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return BigInt(1 + (seed % most));
    };
    for (let run = 0; run < 200; run += 1) {
      const keys = Array.from({ length: 1 + Number(next(7)) }, (_, place) => `p${String(place % 5)}`);
      const list = keys.map((key) => ({ key, amount: next(500) }));
      const whole = list.reduce((sum, { amount }) => sum + amount, 0n);
      const cut = whole === 1n ? 1n : 1n + (next(1_000_000) % (whole - 1n));
      const sources = [
        { from: 'a', amount: cut },
        { from: 'b', amount: whole - cut },
      ].filter(({ amount }) => amount > 0n);
      const given = new Map<string, bigint>();
      for (const key of new Set(keys)) {
        const own = personsSources(sources, list, key);
        const mine = list.filter((each) => each.key === key).reduce((sum, each) => sum + each.amount, 0n);
        expect(own.reduce((sum, each) => sum + each.amount, 0n)).toBe(mine);
        for (const { from, amount } of own) given.set(from, (given.get(from) ?? 0n) + amount);
      }
      for (const { from, amount } of sources) expect(given.get(from)).toBe(amount);
    }
  });
});
