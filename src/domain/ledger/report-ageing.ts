import { type CalendarDay, daysInclusive, lastDayOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import { signedAmount } from './journal-entry';
import { type DealingLine, type OpenItem, settleAlike, settleFifo } from './settle-fifo';

/** A line on an account of dealings, with whom it is. */
export interface AgeingLine extends DealingLine {
  /** The other whose debts are one row, whatever they are for. */
  readonly party: string;
  /** Whether it may be older than its day says. */
  readonly isOfUnknownAge: boolean;
}

/** What stands with one other, and how long it has stood. */
export interface AgeingRow {
  readonly ledgerAccount: string;
  readonly party: string;
  /** What the parts still open are for: the keys of their lines, in the order of the books. */
  readonly concerns: readonly string[];
  /** Debit positive: they owe the village; below zero the village owes. */
  readonly balance: Fen;
  /** The balance by age, youngest first; one part more than there are limits. */
  readonly parts: readonly Fen[];
  /** The day of the oldest part still open. */
  readonly oldestOn: CalendarDay;
  /** Whether part of it was taken over with the books, and may be older than it says. */
  readonly isOfUnknownAge: boolean;
}

/**
 * 往来账龄: what stands open with each other on a day, by how many days it has stood. A payment settles what
 * it names, oldest first, and with what is left of it whatever stands with the same other. Rows with nothing
 * open are left out.
 * @param lines in the order of the books
 * @param limits the last day of each age but the oldest, ascending: 30, 90, 180, 365
 */
export function ageing(
  lines: readonly AgeingLine[],
  on: CalendarDay,
  limits: readonly number[],
): AgeingRow[] {
  const order = new Map(lines.map((line, place) => [line, place]));
  const rows = new Map<string, OpenItem<AgeingLine>[]>();
  const { open } = settleFifo(lines);
  for (const item of open) {
    const key = `${item.line.ledgerAccount} ${item.line.party}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [item]);
    else row.push(item);
  }
  const settled = [...rows.values()].map((items) => {
    const inOrder = items.sort((one, other) => (order.get(one.line) ?? 0) - (order.get(other.line) ?? 0));
    return standsOnBothSides(inOrder) ? settleAlike(inOrder, () => true).open : inOrder;
  });
  const [before, after] = [lines.map(signedAmount), settled.flat().map((item) => item.open)];
  invariant(sumFen(before) === sumFen(after), 'what is open adds up to the balance');
  return settled.flatMap((items) => rowOf(items, on, limits));
}

/** What tells since when a line stands: its voucher's day and kind, and the month its fact belongs to. */
export interface BookedLine {
  readonly postedOn: CalendarDay;
  readonly sourceKind: string;
  readonly generationMonth?: string;
  /** The day a debt arose that its own voucher does not say: taken over, or entered anew. */
  readonly aroseOn?: CalendarDay | undefined;
}

/** An entry and the one whose place it took. */
export interface Replaced {
  readonly id: string;
  readonly firstId: string;
  readonly firstOn: CalendarDay;
}

/**
 * The day of the first voucher of each fact that was entered anew, by the id of what stands for it now: a
 * debt grows no younger by being put right, however often. Vouchers whose very day was wrong are left out.
 */
export function daysOfFirst(pairs: readonly Replaced[]): ReadonlyMap<string, CalendarDay> {
  const places = new Map(pairs.map((pair) => [pair.id, pair]));
  const firstOf = (pair: Replaced): Replaced => {
    const earlier = places.get(pair.firstId);
    return earlier === undefined ? pair : firstOf(earlier);
  };
  return new Map(pairs.map((pair) => [pair.id, firstOf(pair).firstOn]));
}

/**
 * The day from which a debt ages: its voucher's, or that of the first one where it was entered anew. One that
 * was taken over when the books began ages from the day the opening names; income from the end of the month
 * it was for. Of the others nobody knows their age, they age from the day the books began.
 */
export function agesFrom({ postedOn, sourceKind, generationMonth, aroseOn }: BookedLine): CalendarDay {
  if (aroseOn !== undefined) return aroseOn < postedOn ? aroseOn : postedOn;
  if (sourceKind !== 'opening' || generationMonth === undefined) return postedOn;
  const monthEnd = lastDayOf(generationMonth);
  return monthEnd < postedOn ? monthEnd : postedOn;
}

/** Whether a line was taken over without the month it is from, so that nobody knows its age. */
export function isOfUnknownAge({ sourceKind, generationMonth }: BookedLine): boolean {
  return sourceKind === 'opening' && generationMonth === undefined;
}

function standsOnBothSides(items: readonly OpenItem[]): boolean {
  return items.some((item) => item.open > 0n) && items.some((item) => item.open < 0n);
}

function rowOf(
  items: readonly OpenItem<AgeingLine>[],
  on: CalendarDay,
  limits: readonly number[],
): AgeingRow[] {
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
  const { ledgerAccount, party } = first.line;
  const concerns = [...new Set(items.map((item) => item.line.key))];
  const isOfUnknownAge = items.some((item) => item.line.isOfUnknownAge);
  return [{ ledgerAccount, party, concerns, balance, parts, oldestOn, isOfUnknownAge }];
}

/** By what the rows of one account are sorted: in the order of the books, or as arrears are. */
export const AGEING_ORDERS = ['books', 'days', 'amount', 'party'] as const;
export type AgeingOrder = (typeof AGEING_ORDERS)[number];

/**
 * Sorts an ageing: what has stood longest, the most either way, or the names in their order first; where
 * they are equal, the most first, then as the books have it.
 * @param nameOf what a row is called where it is read
 */
export function sortAgeing(
  rows: readonly AgeingRow[],
  order: AgeingOrder,
  nameOf: (row: AgeingRow) => string,
): AgeingRow[] {
  if (order === 'books') return [...rows];
  const size = ({ balance }: AgeingRow): Fen => (balance < 0n ? -balance : balance);
  const byAmount = (one: AgeingRow, other: AgeingRow): number =>
    size(one) === size(other) ? 0 : size(one) > size(other) ? -1 : 1;
  const byOrder = {
    days: (one: AgeingRow, other: AgeingRow) => inOrder(one.oldestOn, other.oldestOn),
    amount: byAmount,
    party: (one: AgeingRow, other: AgeingRow) => inOrder(nameOf(one), nameOf(other)),
  }[order];
  return [...rows].sort((one, other) => byOrder(one, other) || byAmount(one, other));
}

function inOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
