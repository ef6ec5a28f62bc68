import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { signedAmount } from './journal-entry';

/** A line on an account of dealings with others, by whom and what it concerns. */
export interface DealingLine {
  readonly entryId: string;
  readonly reversesId?: string;
  readonly on: CalendarDay;
  readonly ledgerAccount: string;
  /** The dimensions by which one debt is told from another. */
  readonly key: string;
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
}

/** What of a line is still open: its own sign says who owes whom (debit positive). */
export interface OpenItem<Line extends DealingLine = DealingLine> {
  readonly line: Line;
  readonly open: Fen;
}

/** How much of an earlier line a later one settled; always above zero. */
export interface Settlement<Line extends DealingLine = DealingLine> {
  readonly settled: Line;
  readonly by: Line;
  readonly amount: Fen;
}

/**
 * Settles debts oldest first, within the same account and key: a line against the sign of what is open pays
 * the oldest, what is left of it is open itself. An entry and its reversal cancel line by line, so neither
 * settles anything. What stays open adds up to the balance, to the fen.
 * @param lines in the order of the books
 */
export function settleFifo<Line extends DealingLine>(
  lines: readonly Line[],
): {
  readonly open: readonly OpenItem<Line>[];
  readonly settlements: readonly Settlement<Line>[];
} {
  const queues = new Map<string, { line: Line; open: Fen }[]>();
  const settlements: Settlement<Line>[] = [];
  for (const line of withoutReversed(lines)) {
    const key = `${line.ledgerAccount} ${line.key}`;
    const queue = queues.get(key) ?? [];
    queues.set(key, queue);
    let rest = signedAmount(line);
    while (rest !== 0n) {
      const oldest = queue[0];
      if (oldest === undefined || oldest.open > 0n === rest > 0n) break;
      const part = least(magnitude(oldest.open), magnitude(rest));
      settlements.push({ settled: oldest.line, by: line, amount: part });
      oldest.open += oldest.open > 0n ? -part : part;
      rest += rest > 0n ? -part : part;
      if (oldest.open === 0n) queue.shift();
    }
    if (rest !== 0n) queue.push({ line, open: rest });
  }
  return { open: [...queues.values()].flat(), settlements };
}

/**
 * Settles what is left open where the two sides are named differently, oldest first: a payment that names no
 * plan line pays what is owed under one. What names two different things never meets.
 * @param items in the order of the books
 */
export function settleAlike<Line extends DealingLine>(
  items: readonly OpenItem<Line>[],
  isAlike: (one: Line, other: Line) => boolean,
): { readonly open: readonly OpenItem<Line>[]; readonly settlements: readonly Settlement<Line>[] } {
  const queues = new Map<string, { line: Line; open: Fen }[]>();
  const settlements: Settlement<Line>[] = [];
  for (const { line, open } of items) {
    const { ledgerAccount } = line;
    const opposite = `${ledgerAccount} ${open > 0n ? 'credit' : 'debit'}`;
    let rest = open;
    for (const earlier of queues.get(opposite) ?? []) {
      const amount = isAlike(earlier.line, line) ? least(magnitude(earlier.open), magnitude(rest)) : 0n;
      if (amount === 0n) continue;
      settlements.push({ settled: earlier.line, by: line, amount });
      earlier.open += earlier.open > 0n ? -amount : amount;
      rest += rest > 0n ? -amount : amount;
      if (rest === 0n) break;
    }
    if (rest === 0n) continue;
    const own = `${ledgerAccount} ${open > 0n ? 'debit' : 'credit'}`;
    queues.set(own, [...(queues.get(own) ?? []).filter((each) => each.open !== 0n), { line, open: rest }]);
  }
  const open = [...queues.values()].flat().filter((each) => each.open !== 0n);
  return { open, settlements };
}

/** The lines of entries that stand: one that was taken back, and what took it back, never happened. */
export function withoutReversed<Line extends { readonly entryId: string; readonly reversesId?: string }>(
  lines: readonly Line[],
): Line[] {
  const there = new Set(lines.map((line) => line.entryId));
  const reversed = new Set(lines.flatMap((line) => line.reversesId ?? []).filter((id) => there.has(id)));
  return lines.filter(
    ({ entryId, reversesId }) =>
      !reversed.has(entryId) && (reversesId === undefined || !reversed.has(reversesId)),
  );
}

/** The sum of what is open. */
export function openSum(items: readonly OpenItem[]): Fen {
  return sumFen(items.map((item) => item.open));
}

function magnitude(fen: Fen): Fen {
  return fen < 0n ? -fen : fen;
}

function least(one: Fen, other: Fen): Fen {
  return one < other ? one : other;
}
