import type { Findings } from '../../domain/ledger/check-pass';
import {
  findPositionBreak,
  findPositionCut,
  type LinkedRow,
  type PositionEnd,
  POSITIONS_START,
} from '../../domain/ledger/position-chain';

/** A chain that counts its own places, and what is known of its end. */
export interface CheckedPositions<Row extends LinkedRow> {
  /** All rows, by position. */
  readonly rows: readonly Row[];
  readonly hashOf: (previous: string, row: Row) => string;
  /** The end that is kept beside it. */
  readonly counted: PositionEnd;
  /** The end that an earlier check saw. */
  readonly seen: PositionEnd | undefined;
  /** Codes: a link that does not hold, a tail that is gone, rows that nothing counted. */
  readonly codes: { readonly broken: string; readonly cut: string; readonly added: string };
}

/** Recomputes each link, up to the end that is kept beside the chain and the one an earlier check saw. */
export function checkPositions<Row extends LinkedRow>(
  { rows, hashOf, counted, seen, codes }: CheckedPositions<Row>,
  findings: Findings,
): void {
  findings.looked = rows.length;
  const found = findPositionBreak(rows, hashOf);
  if (found !== undefined) findings.add(codes.broken, { position: found.position }, { fault: found.fault });
  const { position = 0, hash = POSITIONS_START } = rows.at(-1) ?? {};
  const known = seen === undefined ? [counted] : [counted, seen];
  const cuts = known.filter((end) => findPositionCut(rows, end) !== undefined);
  const [cut] = cuts.sort((one, other) => other.position - one.position);
  if (cut !== undefined) findings.add(codes.cut, { position: cut.position }, { last: position });
  else if (counted.position < position)
    findings.add(codes.added, { position: counted.position }, { last: position });
  // What does not hold stays the witness for the next check, or what was seen whole before.
  findings.head = findings.broken === 0 ? { position, hash } : (cut ?? seen ?? counted);
}
