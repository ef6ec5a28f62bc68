import type { Month } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';

/** A hash as it was seen outside the books: on paper, or at an earlier check. */
export interface WitnessedHash {
  /** The whole hash, or its first digits. */
  readonly starts: string;
  /** Its last digits, where the paper prints beginning and end. */
  readonly ends: string;
}

/** A head of the chain as it was seen outside the books. */
export interface WitnessedHead extends WitnessedHash {
  readonly position: number;
}

/** A seal as it was seen outside the books: the digest of a month's balances. */
export interface WitnessedSeal extends WitnessedHash {
  readonly month: Month;
}

/** What was seen of the books outside them. */
export interface Witnesses {
  readonly heads: readonly WitnessedHead[];
  readonly seals: readonly WitnessedSeal[];
}

/**
 * Reads a head as typed from paper: `POSITION:HASH`, the hash whole, its first 12 digits or more, or its
 * beginning and end around `…` or `...`; spaces are of the print.
 */
export function readWitnessedHead(typed: string): WitnessedHead | undefined {
  const { place, ...hash } = readWitness(typed) ?? { place: '', starts: '', ends: '' };
  return /^\d{1,9}$/.test(place) ? { position: Number(place), ...hash } : undefined;
}

/** Reads a seal as typed from paper, `MONTH:DIGEST`, the digest as the hash of a head. */
export function readWitnessedSeal(typed: string): WitnessedSeal | undefined {
  const { place, ...hash } = readWitness(typed) ?? { place: '', starts: '', ends: '' };
  return /^\d{4}-\d{2}$/.test(place) ? { month: place, ...hash } : undefined;
}

function readWitness(typed: string): (WitnessedHash & { readonly place: string }) | undefined {
  const match = /^([\d-]+):([0-9a-f]{12,64})(?:(?:…|\.\.\.)([0-9a-f]{1,52}))?$/.exec(
    halfWidth(typed).replace(/\s/g, '').toLowerCase(),
  );
  const [, place, starts, ends = ''] = match ?? [];
  return place === undefined || starts === undefined ? undefined : { place, starts, ends };
}

/** Whether a hash of the books is the one that was seen outside them. */
export function isAsSeen(hash: string, { starts, ends }: WitnessedHash): boolean {
  return hash.startsWith(starts) && hash.endsWith(ends);
}
