/**
 * How much of a random, kill, fuzz or crawl test runs: a fixed-seed sample in `npm test`, the full number an
 * issue names in `npm run test:long -- NAME`, whose figures are kept in `test/long-results.md`.
 */
export function byTier<T>(sample: T, full: T): T {
  return isLongTier() ? full : sample;
}

/** Whether this is a run of the long tier. */
export function isLongTier(): boolean {
  return process.env['npm_lifecycle_event'] === 'test:long';
}
