import type { ShareRow } from '../collectives/share-table';
import { shareWeights } from '../collectives/share-table';
import { allocate, isWorthSplitting } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';

// How a stream of a joint station's money is split among its owners: by the running total of the window
// (station, stream, share table). What is too little for a fen to each waits and is split with the next.
// Source: product decision "Splitting".

/** A slip's stream that was too little to be split, and waits. */
export interface HeldBack {
  readonly slipId: string;
  readonly amount: Fen;
}

/** What of a slip that waited an owner gets, and to whose books it goes now. */
export interface ReleasedPart {
  readonly slipId: string;
  /** By the share table of the slip's own month. */
  readonly owner: string;
  /** Who holds his rows by the table of the slip that took it along. */
  readonly holder: string;
  readonly amount: Fen;
}

/** A window so far. */
export interface StreamWindow {
  /** What of it was split, and what each owner got. */
  readonly whole: Fen;
  readonly given: ReadonlyMap<string, Fen>;
  /** What of it waits, oldest first. */
  readonly waiting: readonly HeldBack[];
}

/** An owner's difference between his part of a running total and what he has: below zero after a reversal. */
export interface OwnersDifference {
  readonly owner: string;
  readonly amount: Fen;
  readonly oddFen: boolean;
}

/** Every owner, all his rows together, in the order of his first row. */
export function ownersOf(rows: readonly ShareRow[]): string[] {
  return [...new Set(rows.map((row) => row.owner))];
}

/** What the running total gives each owner beyond what he has. */
export function ownersDifference(
  total: Fen,
  given: ReadonlyMap<string, Fen>,
  rows: readonly ShareRow[],
): OwnersDifference[] {
  const parts = new Map(allocate(total, shareWeights(rows)).map((part) => [part.key, part]));
  return ownersOf(rows).map((owner) => {
    const own = rows.filter((row) => row.owner === owner).flatMap(({ key }) => parts.get(key) ?? []);
    const amount = sumFen(own.map((part) => part.amount)) - (given.get(owner) ?? 0n);
    return { owner, amount, oddFen: own.some((part) => part.oddFen) };
  });
}

/**
 * Splits an amount that cannot wait: whoever has more than his part of the running total gets none of it,
 * the others by what they lack. The parts add up to the amount, and none is below zero.
 * @param amount above zero
 */
export function splitAtOnce(
  amount: Fen,
  before: Pick<StreamWindow, 'whole' | 'given'>,
  rows: readonly ShareRow[],
): { owner: string; amount: Fen }[] {
  const lacking = ownersDifference(before.whole + amount, before.given, rows);
  const weights = lacking.map((part) => ({
    key: part.owner,
    weight: part.amount > 0n ? part.amount : 0n,
  }));
  return allocate(amount, weights).map((part) => ({ owner: part.key, amount: part.amount }));
}

/**
 * Splits a slip's stream with all that waits in its window. None of the parts is below zero, and what waited
 * is found again in them, slip by slip: the oldest first, by what each owner gets.
 * @param amount above zero
 * @returns undefined where it waits, too: somebody's exact share is below one fen, or he has got more
 *   already, since a slip was taken back, than is his
 */
export function splitStream(
  amount: Fen,
  window: StreamWindow,
  rows: readonly ShareRow[],
): { parts: OwnersDifference[]; released: Omit<ReleasedPart, 'holder'>[] } | undefined {
  const waited = sumFen(window.waiting.map((held) => held.amount));
  if (!isWorthSplitting(waited + amount, shareWeights(rows))) return undefined;
  const parts = ownersDifference(window.whole + waited + amount, window.given, rows);
  if (parts.some((part) => part.amount < 0n)) return undefined;
  invariant(
    sumFen(parts.map((part) => part.amount)) === waited + amount,
    'the parts of a stream and of what waited add up to it',
  );
  return { parts, released: takenOut(window.waiting, parts) };
}

/**
 * What still waits under a share table that is no longer in force, once a later one's slip is split: nothing
 * comes to it any more, so it is split as it is, by its own table. Whoever holds an owner's rows by the later
 * table gets his part.
 */
export function releaseOlder(
  window: StreamWindow & { readonly rows: readonly ShareRow[] },
  later: readonly ShareRow[],
): ReleasedPart[] {
  const waited = sumFen(window.waiting.map((held) => held.amount));
  if (waited === 0n) return [];
  const parts = splitAtOnce(waited, window, window.rows);
  return takenOut(window.waiting, parts).map((part) => ({
    ...part,
    holder: holderOf(part.owner, window.rows, later),
  }));
}

/** Who holds an owner's rows by a later table: he himself, who took his rows over, or nobody but him. */
export function holderOf(owner: string, rows: readonly ShareRow[], later: readonly ShareRow[]): string {
  if (later.some((row) => row.owner === owner)) return owner;
  const keys = rows.filter((row) => row.owner === owner).map((row) => row.key);
  return later.find((row) => keys.includes(row.key))?.owner ?? owner;
}

/** Finds what waited again in what the owners get: each slip by what is left of their parts. */
function takenOut(
  waiting: readonly HeldBack[],
  parts: readonly { readonly owner: string; readonly amount: Fen }[],
): Omit<ReleasedPart, 'holder'>[] {
  const rest = new Map(parts.map((part) => [part.owner, part.amount]));
  return waiting.flatMap(({ slipId, amount }) => {
    const weights = [...rest].map(([key, weight]) => ({ key, weight }));
    const own = allocate(amount, weights).filter((part) => part.amount > 0n);
    for (const part of own) {
      const left = (rest.get(part.key) ?? 0n) - part.amount;
      invariant(left >= 0n, 'nobody gets more of a slip than his part of all of them');
      rest.set(part.key, left);
    }
    return own.map((part) => ({ slipId, owner: part.key, amount: part.amount }));
  });
}
