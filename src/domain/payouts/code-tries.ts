import { closedFor, type FailedTries } from '../users/delay';

/** So many wrong codes from one place cost nothing: a village may share one, and people mistype. */
const FREE = 10;
/** So many from everywhere within a day slow nobody. */
const FREE_TOGETHER = 100;
const FIRST_PAUSE_MS = 100;
const MOST_PAUSE_MS = 3_000;

/** For how many seconds a place is closed after so many wrong codes; the wait doubles each time. */
export function placeClosedFor(tries: FailedTries): number {
  return closedFor(tries, FREE);
}

/**
 * For how long every code is looked up, right or wrong, after so many wrong ones from everywhere: who guesses
 * from many places at once waits, and who reads his slip still gets it.
 */
export function pauseAfter(count: number): number {
  if (count <= FREE_TOGETHER) return 0;
  const doublings = Math.floor((count - FREE_TOGETHER - 1) / FREE_TOGETHER);
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.min(doublings, 30), MOST_PAUSE_MS);
}
