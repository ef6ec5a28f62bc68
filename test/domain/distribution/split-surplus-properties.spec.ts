import fc from 'fast-check';
import { splitSurplus, type SurplusSplit } from '../../../src/domain/distribution/split-surplus';
import type { SplitUse, Take } from '../../../src/domain/distribution/split-use';
import type { Stated } from '../../../src/domain/distribution/stated-amount';
import { sumFen } from '../../../src/domain/money/fen';
import { compareRatios, ratio } from '../../../src/domain/money/ratio';
import { byTier } from '../../support/tier';
import { amounts, codes } from './uses';

const SEED = { seed: 20_250_711, numRuns: byTier(300, 20_000) };
const NET = 100_000n;

const amount = fc.bigInt({ min: 0n, max: NET / 2n });
const share: fc.Arbitrary<Stated> = fc
  .record({ percent: fc.bigInt({ min: 0n, max: 5_000n }), whole: fc.bigInt({ min: -9n, max: 2n * NET }) })
  .map(({ percent, whole }) => ({
    kind: 'share',
    share: ratio(percent, 10_000n),
    whole: { of: 'some_whole', amount: whole },
  }));
const stated: fc.Arbitrary<Stated> = fc.oneof(
  amount.map((each): Stated => ({ kind: 'fixed', amount: each })),
  share,
);
const dues: fc.Arbitrary<Take> = fc
  .array(fc.record({ amount, first: fc.boolean() }), { maxLength: 4 })
  .map((drawn) => ({ kind: 'dues', dues: drawn.map((each, index) => ({ ...each, key: String(index) })) }));
const anyUse = fc.record({
  order: fc.integer({ min: 1, max: 3 }),
  take: fc.oneof({ weight: 4, arbitrary: stated }, dues, fc.constant<Take>({ kind: 'rest' })),
  cap: fc.option(stated, { nil: undefined, freq: 4 }),
  floor: fc.option(share, { nil: undefined, freq: 6 }),
});
const anyUses = fc
  .array(anyUse, { maxLength: 6 })
  .map((drawn) =>
    drawn.map((each, index): SplitUse => ({ ...each, id: `u${String(index)}`, name: String(index) })),
  );

const statedAs = (factor: bigint, given: Stated | undefined): Stated | undefined => {
  if (given?.kind === 'fixed') return { ...given, amount: given.amount * factor };
  if (given?.kind !== 'share') return given;
  return { ...given, whole: { ...given.whole, amount: (given.whole.amount ?? 0n) * factor } };
};
const takeAs = (factor: bigint, take: Take): Take => {
  if (take.kind === 'rest') return take;
  if (take.kind !== 'dues') return statedAs(factor, take) ?? take;
  return { ...take, dues: take.dues.map((due) => ({ ...due, amount: due.amount * factor })) };
};
const times = (factor: bigint, uses: readonly SplitUse[]): SplitUse[] =>
  uses.map((use) => ({
    ...use,
    take: takeAs(factor, use.take),
    cap: statedAs(factor, use.cap),
    floor: statedAs(factor, use.floor),
  }));
const isSplit = ({ outcome }: SurplusSplit): boolean => outcome === 'split';

describe('whatever is split into whatever uses', () => {
  it('parts and what is left add up to it; what is given out is there; a refusal says why', () => {
    let split = 0;
    fc.assert(
      fc.property(fc.bigInt({ min: -5n, max: 2n * NET }), anyUses, (net, uses) => {
        const found = splitSurplus(net, uses);
        expect(sumFen(found.parts.map((part) => part.amount)) + found.left).toBe(net);
        expect(found.parts.every((part) => part.amount >= 0n)).toBe(true);
        expect(found.problems.length > 0).toBe(found.outcome === 'refused');
        if (found.outcome !== 'split') return;
        split += 1;
        expect(found.left >= 0n).toBe(true);
        for (const { amount: part, bounds } of found.parts) {
          const { floor, cap } = bounds;
          expect(floor === undefined || compareRatios(ratio(part, 1n), floor) >= 0).toBe(true);
          expect(cap === undefined || compareRatios(ratio(part, 1n), cap) <= 0).toBe(true);
        }
      }),
      SEED,
    );
    expect(split).toBeGreaterThan(60);
  });

  it('the order in which the uses are given changes nothing', () => {
    fc.assert(
      fc.property(anyUses, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (uses, keys) => {
        const turned = uses
          .map((use, index) => ({ use, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ use }) => use);
        expect(splitSurplus(NET, turned)).toEqual(splitSurplus(NET, uses));
      }),
      SEED,
    );
  });

  it('a share is within a fen of its exact amount, and dues get no more than they claim', () => {
    fc.assert(
      fc.property(anyUses, (uses) => {
        for (const { use, amount: part, exact, paid } of splitSurplus(NET, uses).parts) {
          if (exact !== undefined) {
            const off = part * exact.denominator - exact.numerator;
            expect(off > -exact.denominator && off < exact.denominator).toBe(true);
          }
          if (use.take.kind === 'dues') expect(sumFen(paid.map((claim) => claim.paid))).toBe(part);
          expect(
            paid.every((claim) => claim.paid + claim.unpaid === claim.amount && claim.unpaid >= 0n),
          ).toBe(true);
        }
      }),
      SEED,
    );
  });

  it('a hundred times everything moves no use by more than a yuan from a hundred times its part', () => {
    fc.assert(
      fc.property(
        anyUses.filter((uses) => uses.every((use) => use.take.kind !== 'rest')),
        (uses) => {
          const [one, hundred] = [splitSurplus(NET, uses), splitSurplus(NET * 100n, times(100n, uses))];
          fc.pre(isSplit(one) && isSplit(hundred));
          const scaled = amounts(hundred);
          for (const [id, part] of Object.entries(amounts(one))) {
            const off = (scaled[id] ?? 0n) - 100n * part;
            expect(off > -101n && off < 101n).toBe(true);
          }
        },
      ),
      { ...SEED, numRuns: byTier(100, 20_000) },
    );
  });

  it('amounts asked one by one leave what they leave asked together', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 6 }), (asked) => {
        const apart = asked.map((each, index): SplitUse => {
          return { id: String(index), name: '', order: index, take: { kind: 'fixed', amount: each } };
        });
        const together = [
          { id: 'all', name: '', order: 1, take: { kind: 'fixed', amount: sumFen(asked) } } as const,
        ];
        const [one, all] = [splitSurplus(NET, apart), splitSurplus(NET, together)];
        expect([one.outcome, one.left]).toEqual([all.outcome, all.left]);
        expect(codes(one).length > 0).toBe(codes(all).length > 0);
      }),
      SEED,
    );
  });
});
