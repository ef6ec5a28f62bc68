import type { LocalNumbers } from './pack';

/**
 * The number that documents leave to the village: how many days after the day agreed rent and dividends are
 * not yet late. None where the village settled nothing. Source: FY 三(四)18, which names no days.
 */
export const DUE_GRACE = 'due.grace';

/** The days of grace a village settled; none where it settled nothing. */
export function graceOf(local: LocalNumbers): number {
  return Math.floor(Number(local[DUE_GRACE] ?? '0'));
}
