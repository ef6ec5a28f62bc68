import fc from 'fast-check';
import { allocate, type Share } from '../../../src/domain/money/allocate';
import { oddFenReasons } from '../../../src/domain/money/odd-fen';
import { sentenceFor } from '../../../src/glossary/sentences';

const shares = (weights: Record<string, bigint>): Share[] =>
  Object.entries(weights).map(([key, weight]) => ({ key, weight }));
const codes = (whole: bigint, weights: Record<string, bigint>): Record<string, string> =>
  Object.fromEntries([...oddFenReasons(whole, shares(weights))].map(([key, { code }]) => [key, code]));

describe('the reason for an odd fen', () => {
  it.each<{ rule: string; whole: bigint; weights: Record<string, bigint>; says: Record<string, string> }>([
    {
      rule: 'is none where shares come out even',
      whole: 90n,
      weights: { a: 1n, b: 2n },
      says: { a: 'split.even', b: 'split.even' },
    },
    {
      rule: 'is the larger cut',
      whole: 100n,
      weights: { a: 1n, b: 2n, c: 3n },
      says: { a: 'split.oddFenByCut', b: 'split.cutLess', c: 'split.even' },
    },
    {
      rule: 'is the smaller key between cuts alike',
      whole: 100n,
      weights: { c: 1n, b: 1n, a: 1n },
      says: { a: 'split.oddFenByKey', b: 'split.keyLater', c: 'split.keyLater' },
    },
    {
      rule: 'is the cut, not the key, where all cut alike get one',
      whole: 2n,
      weights: { a: 2n, b: 2n, c: 1n },
      says: { a: 'split.oddFenByCut', b: 'split.oddFenByCut', c: 'split.cutLess' },
    },
    {
      rule: 'is the cut for the first, the key only between those behind him',
      whole: 3n,
      weights: { a: 1n, b: 1n, c: 2n, d: 3n },
      says: {
        a: 'split.oddFenByKey',
        b: 'split.keyLater',
        c: 'split.oddFenByCut',
        d: 'split.cutLess',
      },
    },
    {
      rule: 'is not asked for without a share',
      whole: 1n,
      weights: { a: 0n, b: 1n, c: 1n },
      says: { a: 'split.noWeight', b: 'split.oddFenByKey', c: 'split.keyLater' },
    },
  ])('$rule', ({ whole, weights, says }) => {
    expect(codes(whole, weights)).toEqual(says);
  });

  it('names the cut as an exact fraction of a fen, and the tie by how many it was between', () => {
    const reasons = oddFenReasons(101n, shares({ a: 1n, b: 1n, c: 1n }));
    const facts = { whole: 101n, weight: '1', weights: '3', floor: 33n, cut: '2/3', odd: 2 };
    expect(reasons.get('b')?.facts).toEqual({ ...facts, amount: 34n, tied: 3, given: 2 });
    expect(reasons.get('c')?.facts).toEqual({ ...facts, amount: 33n, tied: 3, given: 2 });
  });

  it('is a sentence a villager can check', () => {
    const said = (whole: bigint, weights: Record<string, bigint>, key: string): string => {
      const reason = oddFenReasons(whole, shares(weights)).get(key);
      return reason === undefined ? '' : sentenceFor(reason.code, reason.facts);
    };
    expect(said(10_000n, { a: 1n, b: 2n, c: 3n }, 'a')).toBe(
      '100.00 元按 6 份里的 1 份算，到分是 16.66 元，舍去了 2/3 分。' +
        '大家舍去的凑成 1 分，从舍去最多的起一分一分地给，这里有一分，得 16.67 元。',
    );
    expect(said(10_000n, { a: 1n, b: 1n, c: 1n }, 'c')).toBe(
      '100.00 元按 3 份里的 1 份算，到分是 33.33 元，舍去了 1/3 分。' +
        '大家舍去的凑成 1 分，舍去一样多的有 3 个，只够给其中 1 个，按编号先后给，这里编号在后，得 33.33 元。',
    );
    expect(said(9_000n, { a: 1n, b: 2n }, 'b')).toBe('90.00 元按 3 份里的 2 份算，正好 60.00 元，没有零头。');
  });

  it('agrees with the split for any amount and shares, and the cut it cites beats every other', () => {
    const anyShares = fc
      .uniqueArray(
        fc.record({
          key: fc.string({ minLength: 1, maxLength: 2 }),
          weight: fc.bigInt({ min: 0n, max: 5n }),
        }),
        { selector: (share) => share.key, minLength: 1, maxLength: 12 },
      )
      .filter((drawn) => drawn.some((share) => share.weight > 0n));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 200n }), anyShares, (whole, drawn) => {
        const reasons = oddFenReasons(whole, drawn);
        for (const { key, amount, oddFen } of allocate(whole, drawn)) {
          const reason = reasons.get(key);
          expect(reason?.facts['amount']).toBe(amount);
          expect(['split.oddFenByCut', 'split.oddFenByKey'].includes(reason?.code ?? '')).toBe(oddFen);
        }
        const cutOf = (code: string): number[] =>
          [...reasons.values()].flatMap(({ code: said, facts }) => {
            const [numerator, denominator = '1'] = String(facts['cut']).split('/');
            return said === code ? [Number(numerator) / Number(denominator)] : [];
          });
        const least = Math.min(1, ...cutOf('split.oddFenByCut'));
        expect(least).toBeGreaterThan(Math.max(0, ...cutOf('split.cutLess')));
        expect(new Set([...cutOf('split.oddFenByKey'), ...cutOf('split.keyLater')]).size).toBeLessThan(2);
        expect(cutOf('split.oddFenByKey').length > 0).toBe(cutOf('split.keyLater').length > 0);
      }),
      { seed: 20_250_711 },
    );
  });
});
