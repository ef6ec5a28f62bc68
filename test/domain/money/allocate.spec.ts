import fc from 'fast-check';
import {
  allocate,
  allocateDifference,
  isWorthSplitting,
  type Share,
} from '../../../src/domain/money/allocate';
import { MAX_FEN, sumFen } from '../../../src/domain/money/fen';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';

const anyShares: fc.Arbitrary<Share[]> = fc
  .uniqueArray(
    fc.record({
      key: fc.string({ minLength: 1, maxLength: 4 }),
      weight: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    }),
    {
      selector: (share) => share.key,
      minLength: 1,
      maxLength: 40,
    },
  )
  .filter((shares) => shares.some((share) => share.weight > 0n));
const anyAmount = fc.bigInt({ min: 0n, max: MAX_FEN });

const shares = (weights: Record<string, bigint>): Share[] =>
  Object.entries(weights).map(([key, weight]) => ({ key, weight }));
const amounts = (parts: readonly { key: string; amount: bigint }[]): Record<string, bigint> =>
  Object.fromEntries(parts.map((part) => [part.key, part.amount]));

describe('a split', () => {
  it.each<{ rule: string; amount: bigint; weights: Record<string, bigint>; gives: Record<string, bigint> }>([
    {
      rule: 'comes out even where it can',
      amount: 90n,
      weights: { a: 1n, b: 1n, c: 1n },
      gives: { a: 30n, b: 30n, c: 30n },
    },
    {
      rule: 'gives the odd fen to the part cut most',
      amount: 100n,
      weights: { a: 1n, b: 2n, c: 3n },
      gives: { a: 17n, b: 33n, c: 50n },
    },
    {
      rule: 'gives a tie to the smaller key',
      amount: 100n,
      weights: { c: 1n, b: 1n, a: 1n },
      gives: { a: 34n, b: 33n, c: 33n },
    },
    {
      rule: 'gives two odd fen to two parts',
      amount: 101n,
      weights: { a: 1n, b: 1n, c: 1n },
      gives: { a: 34n, b: 34n, c: 33n },
    },
    {
      rule: 'gives nothing to a weight of zero',
      amount: 1n,
      weights: { a: 0n, b: 1n },
      gives: { a: 0n, b: 1n },
    },
    {
      rule: 'gives the one fen to the largest weight',
      amount: 1n,
      weights: { a: 1n, b: 3n, c: 2n },
      gives: { a: 0n, b: 1n, c: 0n },
    },
    { rule: 'splits nothing into nothings', amount: 0n, weights: { a: 1n, b: 2n }, gives: { a: 0n, b: 0n } },
    { rule: 'gives one alone everything', amount: MAX_FEN, weights: { a: 7n }, gives: { a: MAX_FEN } },
    {
      rule: 'is exact with weights far above 2^53',
      amount: 3n,
      weights: { a: 10n ** 30n, b: 2n * 10n ** 30n },
      gives: { a: 1n, b: 2n },
    },
  ])('$rule', ({ amount, weights, gives }) => {
    expect(amounts(allocate(amount, shares(weights)))).toEqual(gives);
  });

  it('marks exactly the parts that hold an odd fen', () => {
    expect(
      allocate(101n, shares({ a: 1n, b: 1n, c: 1n }))
        .filter((part) => part.oddFen)
        .map((part) => part.key),
    ).toEqual(['a', 'b']);
    expect(allocate(90n, shares({ a: 1n, b: 1n })).some((part) => part.oddFen)).toBe(false);
  });

  it('adds up to exactly what was split, with every part within one fen of its exact share', () => {
    fc.assert(
      fc.property(anyAmount, anyShares, (amount, given) => {
        const total = given.reduce((sum, share) => sum + share.weight, 0n);
        const parts = allocate(amount, given);
        expect(sumFen(parts.map((part) => part.amount))).toBe(amount);
        parts.forEach((part, place) => {
          const exact = amount * (given[place]?.weight ?? 0n);
          expect(part.amount * total > exact - total && part.amount * total < exact + total).toBe(true);
        });
      }),
    );
  });

  it('gives back one part for each share, in the order given, and the same amounts in any order', () => {
    fc.assert(
      fc.property(anyAmount, anyShares, (amount, given) => {
        const parts = allocate(amount, given);
        expect(parts.map((part) => part.key)).toEqual(given.map((share) => share.key));
        expect(amounts(allocate(amount, [...given].reverse()))).toEqual(amounts(parts));
      }),
    );
  });

  it('never gives a larger weight less', () => {
    fc.assert(
      fc.property(anyAmount, anyShares, (amount, given) => {
        const byWeight = allocate(amount, given).map((part, place) => ({
          ...part,
          weight: given[place]?.weight ?? 0n,
        }));
        for (const left of byWeight) {
          for (const right of byWeight)
            expect(left.weight > right.weight && left.amount < right.amount).toBe(false);
        }
      }),
    );
  });

  it.each<[string, bigint, Record<string, bigint>]>([
    ['a negative amount', -1n, { a: 1n }],
    ['no share at all', 1n, {}],
    ['weights that are all zero', 1n, { a: 0n }],
    ['a negative weight', 1n, { a: 2n, b: -1n }],
  ])('stops the work at %s', (_, amount, weights) => {
    expect(() => allocate(amount, shares(weights))).toThrow(BrokenInvariant);
  });

  it('stops the work when two shares have one key', () => {
    expect(() => allocate(1n, [...shares({ a: 1n }), ...shares({ a: 1n })])).toThrow(BrokenInvariant);
  });
});

describe('instalments of the same weights', () => {
  const allocateInstalment = (before: bigint, instalment: bigint, given: readonly Share[]) => {
    const earlier = new Map(allocate(before, given).map((part) => [part.key, part.amount]));
    return allocateDifference(before + instalment, earlier, given);
  };
  const anyInstalments = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 });

  it('each add up, and leave nobody a whole fen from the exact lifetime share', () => {
    fc.assert(
      fc.property(anyInstalments, anyShares, (instalments, given) => {
        const total = given.reduce((sum, share) => sum + share.weight, 0n);
        const received = new Map(given.map((share) => [share.key, 0n]));
        let before = 0n;
        for (const instalment of instalments) {
          const parts = allocateInstalment(before, instalment, given);
          expect(sumFen(parts.map((part) => part.amount))).toBe(instalment);
          for (const part of parts) received.set(part.key, (received.get(part.key) ?? 0n) + part.amount);
          before += instalment;
          for (const { key, weight } of given) {
            const distance = (received.get(key) ?? 0n) * total - before * weight;
            expect(distance > -total && distance < total).toBe(true);
          }
        }
      }),
    );
  });

  it('are never negative when everyone has at least one exact fen in them', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.bigInt({ min: 0n, max: 10n ** 6n }),
        anyShares,
        (before, instalment, given) => {
          fc.pre(isWorthSplitting(instalment, given));
          expect(allocateInstalment(before, instalment, given).every((part) => part.amount >= 0n)).toBe(true);
        },
      ),
    );
  });

  it.each<[bigint, Record<string, bigint>, boolean]>([
    [3n, { a: 1n, b: 1n, c: 1n }, true],
    [2n, { a: 1n, b: 1n, c: 1n }, false],
    [4n, { a: 1n, b: 3n }, true],
    [3n, { a: 1n, b: 3n }, false],
    [1n, { a: 0n, b: 1n }, true],
    [0n, { a: 1n }, false],
  ])(
    'of %s fen wait for the next one unless everyone has an exact fen in them',
    (instalment, weights, worth) => {
      expect(isWorthSplitting(instalment, shares(weights))).toBe(worth);
    },
  );
});
