/** A row of a chain that counts its own places from 1, with its links. */
export interface LinkedRow {
  readonly position: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash before the first row of every such chain. */
export const POSITIONS_START = '0'.repeat(64);

/** Where a chain ends, as it is kept beside it or was seen by an earlier check. */
export interface PositionEnd {
  readonly position: number;
  readonly hash: string;
}

/** Where a chain breaks, and how. */
export interface PositionBreak {
  readonly position: number;
  /** A place is missing or doubled; it does not follow the one before; what it says was changed. */
  readonly fault: 'gap' | 'link' | 'hash';
}

/**
 * Recomputes a chain.
 * @param rows all of them, by position
 * @param hashOf the hash that links a row to the one before it
 * @returns the first break, or undefined where the chain holds
 */
export function findPositionBreak<Row extends LinkedRow>(
  rows: readonly Row[],
  hashOf: (previous: string, row: Row) => string,
): PositionBreak | undefined {
  let previous = POSITIONS_START;
  for (const [index, row] of rows.entries()) {
    const { position } = row;
    if (position !== index + 1) return { position: index + 1, fault: 'gap' };
    if (row.previousHash !== previous) return { position, fault: 'link' };
    previous = hashOf(previous, row);
    if (row.hash !== previous) return { position, fault: 'hash' };
  }
  return undefined;
}

/**
 * Whether a chain reaches what is known of its end: a tail that was cut off, or a chain written anew.
 * @param rows all of them, by position
 */
export function findPositionCut(
  rows: readonly LinkedRow[],
  known: PositionEnd,
): 'cut' | 'rewritten' | undefined {
  if (known.position === 0) return undefined;
  const there = rows.find(({ position }) => position === known.position);
  if (there === undefined) return 'cut';
  return there.hash === known.hash ? undefined : 'rewritten';
}
