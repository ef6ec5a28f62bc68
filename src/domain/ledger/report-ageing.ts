import { type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import { signedAmount } from './journal-entry';
import { type DealingLine, type OpenItem, settleFifo } from './settle-fifo';

/** What stands with one other: by whom and for what, and how long it has stood. */
export interface AgeingRow {
  readonly ledgerAccount: string;
  readonly key: string;
  /** Debit positive: they owe the village; below zero the village owes. */
  readonly balance: Fen;
  /** The balance by age, youngest first; one part more than there are limits. */
  readonly parts: readonly Fen[];
  /** The day of the oldest part still open. */
  readonly oldestOn: CalendarDay;
}

/**
 * 往来账龄: what stands open with each other on a day, settled oldest first, by how many days it has stood.
 * Rows with nothing open are left out.
 * @param limits the last day of each age but the oldest, ascending: 30, 90, 180, 365
 */
export function ageing(
  lines: readonly DealingLine[],
  on: CalendarDay,
  limits: readonly number[],
): AgeingRow[] {
  const rows = new Map<string, OpenItem[]>();
  const { open } = settleFifo(lines);
  for (const item of open) {
    const key = `${item.line.ledgerAccount} ${item.line.key}`;
    rows.set(key, [...(rows.get(key) ?? []), item]);
  }
  const total = sumFen(lines.map(signedAmount));
  invariant(sumFen(open.map((item) => item.open)) === total, 'what is open adds up to the balance');
  return [...rows.values()].flatMap((items) => rowOf(items, on, limits));
}

function rowOf(items: readonly OpenItem[], on: CalendarDay, limits: readonly number[]): AgeingRow[] {
  const [first] = items;
  if (first === undefined) return [];
  const parts = [...limits, Infinity].map((limit, index) => {
    const from = index === 0 ? -Infinity : (limits[index - 1] ?? 0);
    const within = items.filter((item) => {
      const days = daysInclusive(item.line.on, on) - 1;
      return days > from && days <= limit;
    });
    return sumFen(within.map((item) => item.open));
  });
  const balance = sumFen(items.map((item) => item.open));
  const oldestOn = items.map((item) => item.line.on).reduce((least, day) => (day < least ? day : least));
  const { ledgerAccount, key } = first.line;
  return [{ ledgerAccount, key, balance, parts, oldestOn }];
}
