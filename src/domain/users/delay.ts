/** So many wrong passwords in a row cost nothing: people mistype. */
const FREE = 4;
const FIRST_SECONDS = 60;
/** Longer makes nobody's guessing slower, and keeps the person himself out. */
const MOST_SECONDS = 1_800;
/** After so long without a try the count begins anew. */
export const FORGOTTEN_AFTER_SECONDS = 86_400;

/** The tries for one name that failed in a row. */
export interface FailedTries {
  readonly count: number;
  /** Seconds since the last of them. */
  readonly ago: number;
}

/**
 * How many seconds a name is closed after so many wrong passwords in a row; the wait doubles each time.
 * @param free so many cost nothing
 */
export function closedAfter(count: number, free = FREE): number {
  if (count <= free) return 0;
  return Math.min(FIRST_SECONDS * 2 ** (count - free - 1), MOST_SECONDS);
}

/** How many seconds the name is still closed; 0 where it is open. */
export function closedFor({ count, ago }: FailedTries, free = FREE): number {
  return Math.max(closedAfter(count, free) - ago, 0);
}

/** How many tries in a row the next wrong one makes. */
export function countNext({ count, ago }: FailedTries): number {
  return ago >= FORGOTTEN_AFTER_SECONDS ? 1 : count + 1;
}
