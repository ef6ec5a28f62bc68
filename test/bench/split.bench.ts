import { allocate, type Part, type Share } from '../../src/domain/money/allocate';
import { randomFrom } from './entries';
import type { Measured } from './run';

const PEOPLE = 1_000;
const ROUNDS = 10;
const ROUND_MS = 250;
const SEED = 20_250_711;

/**
 * Splitting a payout over a thousand people by largest remainder, beside the same split as one would write it
 * down with BigInt: cut, sort by what is cut off, hand out. Rounds of ours and of the floor take turns.
 */
export function benchSplit(): Promise<Measured[]> {
  const random = randomFrom(SEED);
  const weights = (most: number, unit: bigint): Share[] =>
    Array.from({ length: PEOPLE }, (_, index) => ({
      key: `household-${String(index).padStart(5, '0')}`,
      weight: BigInt(1 + Math.floor(random() * most)) * unit,
    }));
  return Promise.resolve([
    inTurns('split 81,220.28 yuan over 1,000 people', 8_122_028n, weights(5_000, 1n)),
    inTurns('split 10^20 fen over 1,000 people, weights beyond 2^53', 10n ** 20n, weights(5_000, 10n ** 14n)),
  ]);
}

type Split = (amount: bigint, shares: readonly Share[]) => readonly Part[];

function inTurns(work: string, amount: bigint, shares: readonly Share[]): Measured {
  requireSameParts(amount, shares);
  const seen = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    seen.floor.push(rateOf(largestRemainder, amount, shares));
    seen.ours.push(rateOf(allocate, amount, shares));
  }
  return { work, ours: median(seen.ours), floor: median(seen.floor), unit: '/s', goal: 1 };
}

/** Splits a second; the amount grows by a fen each time, so that no two splits are the same. */
function rateOf(split: Split, amount: bigint, shares: readonly Share[]): number {
  const start = performance.now();
  let splits = 0;
  let elapsed = 0;
  while (elapsed < ROUND_MS) {
    split(amount + BigInt(splits), shares);
    splits += 1;
    elapsed = performance.now() - start;
  }
  return (splits * 1000) / elapsed;
}

function median(rates: readonly number[]): number {
  return [...rates].sort((a, b) => a - b)[rates.length >> 1] ?? 0;
}

function requireSameParts(amount: bigint, shares: readonly Share[]): void {
  const floor = largestRemainder(amount, shares);
  allocate(amount, shares).forEach((part, place) => {
    if (part.amount !== floor[place]?.amount) throw new Error(`another part for ${part.key}`);
  });
}

/** Largest remainder as one writes it down, with the same answer. */
function largestRemainder(amount: bigint, shares: readonly Share[]): Part[] {
  const total = shares.reduce((sum, share) => sum + share.weight, 0n);
  const cut = shares.map(({ key, weight }) => ({
    key,
    amount: (amount * weight) / total,
    rest: (amount * weight) % total,
  }));
  const left = amount - cut.reduce((sum, part) => sum + part.amount, 0n);
  const line = [...cut].sort((a, b) =>
    a.rest === b.rest ? (a.key < b.key ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  );
  const odd = new Set(line.slice(0, Number(left)));
  return cut.map((part) => {
    const oddFen = odd.has(part);
    return { key: part.key, amount: oddFen ? part.amount + 1n : part.amount, oddFen };
  });
}
