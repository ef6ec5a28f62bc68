import { type Fen, sumFen } from '../../domain/money/fen';
import { invariant } from '../../domain/shared/invariant';

/** A line of a printed voucher with the height its text needs, in mm. */
export interface PrintedLine {
  readonly summary: string;
  readonly account: string;
  readonly detail: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** One slip of a voucher: its lines, and what is brought from the slip before and taken to the next. */
export interface Slip {
  readonly lines: readonly PrintedLine[];
  /** Sums of the slips before; absent on the first. */
  readonly carried?: { readonly debit: Fen; readonly credit: Fen };
  /** Sums with this slip, taken to the next; absent on the last. */
  readonly forward?: { readonly debit: Fen; readonly credit: Fen };
}

/**
 * Lays the lines of a voucher out on slips. Each slip but the last ends with what is taken to the next, each
 * but the first begins with what was brought, so that every slip adds up by itself.
 * @param room height for lines on a slip; `plain` the height of a brought or taken line
 */
export function laySlips(
  lines: readonly PrintedLine[],
  heightOf: (line: PrintedLine) => number,
  { room, plain }: { readonly room: number; readonly plain: number },
): Slip[] {
  const groups: PrintedLine[][] = [[]];
  let left = room;
  lines.forEach((line, index) => {
    const needed = heightOf(line);
    const isLast = index === lines.length - 1;
    if (needed > left - (isLast ? 0 : plain) && (groups.at(-1)?.length ?? 0) > 0) {
      groups.push([]);
      left = room - plain;
    }
    groups.at(-1)?.push(line);
    left -= needed;
  });
  let before = { debit: 0n, credit: 0n };
  const slips = groups.map((own, index) => {
    const carried = index === 0 ? undefined : before;
    const sums = {
      debit: before.debit + sumFen(own.map(({ debit }) => debit)),
      credit: before.credit + sumFen(own.map(({ credit }) => credit)),
    };
    before = sums;
    return {
      lines: own,
      ...(carried === undefined ? {} : { carried }),
      ...(index === groups.length - 1 ? {} : { forward: sums }),
    };
  });
  invariant(before.debit === before.credit, 'a printed voucher has as much debit as credit');
  invariant(slips.flatMap((slip) => slip.lines).length === lines.length, 'every line is printed once');
  return slips;
}
