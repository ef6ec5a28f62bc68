import fc from 'fast-check';
import type { Share } from '../../../src/domain/money/allocate';
import { sumFen } from '../../../src/domain/money/fen';
import {
  givenIn,
  NOTHING_SPLIT,
  payOut,
  type RunningSplit,
  takeBack,
  totalOf,
} from '../../../src/domain/money/running-split';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { byTier } from '../../support/tier';

const shares = (weights: Record<string, bigint>): Share[] =>
  Object.entries(weights).map(([key, weight]) => ({ key, weight }));
const THREE = shares({ a: 1n, b: 1n, c: 1n });

describe('whatever is paid, changed and taken back', () => {
  const ROSTERS: readonly Share[][] = [
    THREE,
    shares({ a: 7n, b: 2n, c: 1n, d: 0n }),
    shares({ a: 10n ** 20n, b: 3n * 10n ** 20n + 1n }),
    Array.from({ length: 11 }, (_, index) => ({
      key: `h${String(index)}`,
      weight: BigInt(index * index + 1),
    })),
  ];
  const act = fc.oneof(
    { weight: 6, arbitrary: fc.record({ pay: fc.bigInt({ min: 1n, max: 3_000n }) }) },
    { weight: 1, arbitrary: fc.record({ pay: fc.bigInt({ min: 1n, max: 10n ** 25n }) }) },
    { weight: 2, arbitrary: fc.record({ takeBack: fc.nat(40) }) },
    { weight: 1, arbitrary: fc.record({ roster: fc.nat(ROSTERS.length - 1) }) },
  );

  it('nobody gets less than nothing, no fen is lost, nobody is a whole fen from his share', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), (acts) => {
        let running = NOTHING_SPLIT;
        let roster = THREE;
        const standing = new Map<string, bigint>();
        for (const [index, each] of acts.entries()) {
          if ('roster' in each) roster = ROSTERS[each.roster] ?? THREE;
          else if ('pay' in each) {
            const payout = { id: String(index), amount: each.pay };
            standing.set(payout.id, payout.amount);
            const paid = payOut(running, payout, roster);
            ({ running } = paid);
            if (paid.split !== undefined) expectFair(running);
            expect((paid.split?.parts ?? []).every((part) => part.amount >= 0n)).toBe(true);
          } else {
            const id = [...standing.keys()][each.takeBack];
            const after = id === undefined ? undefined : takenBack(running, id);
            if (id === undefined || after === undefined) continue;
            running = after;
            standing.delete(id);
          }
          expectWhole(running, standing);
        }
      }),
      { seed: 20_250_711, numRuns: byTier(60, 5_000) },
    );
  });

  it('two payouts give together what one of both would have given, once both are split', () => {
    const amount = fc.bigInt({ min: 1_000n, max: 10n ** 18n });
    fc.assert(
      fc.property(amount, amount, amount, fc.constantFrom(...ROSTERS), (before, first, second, roster) => {
        const apart = lastGiven(paidOut([before, first, second], roster));
        const merged = lastGiven(paidOut([before, first + second], roster));
        const turned = lastGiven(paidOut([before, second, first], roster));
        expect(apart).toEqual(merged);
        expect(turned).toEqual(merged);
      }),
      { seed: 20_250_711 },
    );
  });

  it('weights times a hundred change nothing, amounts times a hundred no share by a yuan', () => {
    const amount = fc.bigInt({ min: 1_000n, max: 10n ** 18n });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...ROSTERS),
        (drawn, roster) => {
          const given = lastGiven(paidOut(drawn, roster));
          const heavier = roster.map(({ key, weight }) => ({ key, weight: weight * 100n }));
          expect(lastGiven(paidOut(drawn, heavier))).toEqual(given);
          const scaled = lastGiven(
            paidOut(
              drawn.map((each) => each * 100n),
              roster,
            ),
          );
          for (const [key, got] of given) {
            const off = (scaled.get(key) ?? 0n) - 100n * got;
            expect(off > -100n && off < 100n).toBe(true);
          }
        },
      ),
      { seed: 20_250_711 },
    );
  });

  it('a person split in two moves nobody else by more than a fen', () => {
    const amount = fc.bigInt({ min: 1_000n, max: 10n ** 15n });
    fc.assert(
      fc.property(amount, amount, (first, second) => {
        const one = lastGiven(paidOut([first, second], shares({ a: 7n, b: 2n, c: 1n })));
        const two = lastGiven(paidOut([first, second], shares({ a1: 3n, a2: 4n, b: 2n, c: 1n })));
        for (const key of ['b', 'c']) {
          const off = (one.get(key) ?? 0n) - (two.get(key) ?? 0n);
          expect(off >= -1n && off <= 1n).toBe(true);
        }
      }),
      { seed: 20_250_711 },
    );
  });
});

/** Pays amounts one after the other, as 1, 2, … */
function paidOut(amounts: readonly bigint[], roster: readonly Share[]): RunningSplit {
  return amounts.reduce(
    (running, amount, index) => payOut(running, { id: String(index), amount }, roster).running,
    NOTHING_SPLIT,
  );
}

/** What is left after taking a payout back; undefined where it was given with a later one. */
function takenBack(running: RunningSplit, id: string): RunningSplit | undefined {
  try {
    return takeBack(running, id).running;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'split.givenWithLater') return undefined;
    throw error;
  }
}

function lastGiven({ windows, waiting }: RunningSplit): Map<string, bigint> {
  const [window] = windows;
  expect([windows.length, waiting.length]).toEqual([1, 0]);
  return window === undefined ? new Map<string, bigint>() : givenIn(window);
}

/** Everyone of the newest window is less than a fen from his exact share of what stands in it. */
function expectFair({ windows }: RunningSplit): void {
  const window = windows.at(-1);
  if (window === undefined) throw new Error('a payout that was split has a window');
  const total = window.shares.reduce((sum, share) => sum + share.weight, 0n);
  const given = givenIn(window);
  for (const { key, weight } of window.shares) {
    const distance = (given.get(key) ?? 0n) * total - totalOf(window) * weight;
    if (distance <= -total || distance >= total) throw new Error(`${key} is a fen from his share`);
  }
}

/** What was given and what waits is what was paid and stands; nobody holds less than nothing. */
function expectWhole({ windows, waiting }: RunningSplit, standing: ReadonlyMap<string, bigint>): void {
  const given = windows.flatMap((window) => [...givenIn(window).values()]);
  expect(given.every((amount) => amount >= 0n)).toBe(true);
  expect(sumFen(given) + sumFen(waiting.map((each) => each.amount))).toBe(sumFen(standing.values()));
}
