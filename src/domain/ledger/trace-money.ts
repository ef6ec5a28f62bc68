import type { CalendarDay, Month } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import { flowEffect, type PoolFlow, type Stream } from './journal-entry';
import { withoutReversed } from './settle-fifo';

/** A line that moves its pool, with where it stands. */
export interface TracedLine {
  readonly entryId: string;
  readonly lineNumber: number;
  readonly position: number;
  readonly voucherNumber: number;
  readonly statementOn: CalendarDay;
  readonly summary: string;
  readonly reversesId?: string;
  readonly poolFlow: PoolFlow;
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
  readonly assetId?: string;
  readonly stream?: Stream;
  readonly generationMonth?: Month;
}

/** A part of one receipt that went into one use; always above zero. */
export interface TracedPart {
  readonly source: TracedLine;
  readonly use: TracedLine;
  readonly amount: Fen;
}

/** A line with what of it no other line meets: what is still there of a source, what a use lacks. */
export interface TracedRest {
  readonly line: TracedLine;
  readonly amount: Fen;
}

/** A pool's money, every fen from where it came to where it went. */
export interface MoneyTrace {
  readonly parts: readonly TracedPart[];
  /** Received and not used yet: together what stands undistributed, less what is uncovered. */
  readonly left: readonly TracedRest[];
  /** Used ahead of any receipt. */
  readonly uncovered: readonly TracedRest[];
}

interface Open {
  readonly line: TracedLine;
  rest: Fen;
}

/**
 * Follows a pool's money first in, first out, in the order of its statements: what was brought in or came
 * is used by deductions and grants in turn. A use ahead of its receipts waits and takes the next one. An
 * entry and its reversal cancel, so what was taken back neither gave nor took anything.
 */
export function traceMoney(lines: readonly TracedLine[]): MoneyTrace {
  const sources: Open[] = [];
  const uses: Open[] = [];
  const parts: TracedPart[] = [];
  for (const line of withoutReversed(lines).sort(inStatementOrder)) {
    const effect = flowEffect([line]);
    if (effect > 0n) sources.push({ line, rest: effect });
    else uses.push({ line, rest: -effect });
    meet(sources, uses, parts);
  }
  const rests = (open: readonly Open[]): TracedRest[] =>
    open.map(({ line, rest }) => ({ line, amount: rest }));
  const trace = { parts, left: rests(sources), uncovered: rests(uses) };
  const stands = sumAmounts(trace.left) - sumAmounts(trace.uncovered);
  invariant(stands === flowEffect(lines), 'what is left is what stands undistributed');
  return trace;
}

/** What is known of one voucher's money: where it came from, where it went, what is left of it. */
export interface EntryTrace {
  readonly cameFrom: readonly TracedPart[];
  readonly wentTo: readonly TracedPart[];
  readonly left: readonly TracedRest[];
  readonly uncovered: readonly TracedRest[];
}

/** The part of a trace that concerns one entry. */
export function traceOfEntry(trace: MoneyTrace, entryId: string): EntryTrace {
  const own = ({ line }: TracedRest): boolean => line.entryId === entryId;
  return {
    cameFrom: trace.parts.filter((part) => part.use.entryId === entryId),
    wentTo: trace.parts.filter((part) => part.source.entryId === entryId),
    left: trace.left.filter(own),
    uncovered: trace.uncovered.filter(own),
  };
}

/** The oldest sources meet the oldest uses until one of the two is used up. */
function meet(sources: Open[], uses: Open[], parts: TracedPart[]): void {
  for (;;) {
    const [source] = sources;
    const [use] = uses;
    if (source === undefined || use === undefined) return;
    const amount = source.rest < use.rest ? source.rest : use.rest;
    parts.push({ source: source.line, use: use.line, amount });
    source.rest -= amount;
    use.rest -= amount;
    if (source.rest === 0n) sources.shift();
    if (use.rest === 0n) uses.shift();
  }
}

function inStatementOrder(one: TracedLine, other: TracedLine): number {
  if (one.statementOn !== other.statementOn) return one.statementOn < other.statementOn ? -1 : 1;
  return one.position - other.position || one.lineNumber - other.lineNumber;
}

function sumAmounts(rests: readonly TracedRest[]): Fen {
  return sumFen(rests.map((rest) => rest.amount));
}
