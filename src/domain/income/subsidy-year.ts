import { type CalendarDay, type Month, monthOf, monthsBetween } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';

/** A movement of the subsidy that is owed for the energy of one station and month. Fen. */
export interface SubsidyMovement {
  readonly assetId: string;
  /** The month of generation. */
  readonly month: Month;
  /**
   * Owed since the books opened, settled by a slip, received, or given up by a notice; what is taken back is
   * below zero.
   */
  readonly kind: 'takenOver' | 'settled' | 'received' | 'reduced';
  readonly on: CalendarDay;
  readonly amount: Fen;
  /** Of what was taken back and of its taking back: the day of the other one. */
  readonly pairedOn?: CalendarDay | undefined;
}

/** What became of the subsidy in a span: opening + settled − received − reduced = closing. Fen. */
export interface SubsidySums {
  readonly opening: Fen;
  readonly settled: Fen;
  readonly received: Fen;
  readonly reduced: Fen;
  readonly closing: Fen;
}

/** The same for one station and month of generation. */
export interface SubsidyRow extends SubsidySums {
  readonly assetId: string;
  readonly month: Month;
  /** The days within the span on which money came or went back, each once; none where it came for nothing. */
  readonly receivedOn: readonly CalendarDay[];
  /** Whole months since that of the generation; nothing where nothing is owed any more. */
  readonly monthsOwed: number | undefined;
}

/** A year's subsidy, or the part of it that is over: rows by station and month, and their sums. */
export interface SubsidyYear {
  readonly rows: readonly SubsidyRow[];
  readonly total: SubsidySums;
}

/**
 * What became of the subsidy of each station and month of generation between two days, both included. What
 * was taken over when the books opened stands with the opening, whatever day that was; a reversal counts on
 * its own day, so that each row closes with what the account said that evening, and the next year opens with
 * it. Rows without any figure are left out.
 */
export function subsidyYear(
  movements: readonly SubsidyMovement[],
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): SubsidyYear {
  const groups = new Map<string, SubsidyMovement[]>();
  for (const each of movements.filter(({ on }) => on <= to)) {
    const key = `${each.assetId} ${each.month}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  const rows = [...groups.values()]
    .map((group) => rowOf(group, { from, to }))
    .filter(
      ({ opening, settled, received, reduced, receivedOn }) =>
        [opening, settled, received, reduced].some((sum) => sum !== 0n) || receivedOn.length > 0,
    )
    .sort((one, other) =>
      one.assetId === other.assetId
        ? one.month < other.month
          ? -1
          : 1
        : one.assetId < other.assetId
          ? -1
          : 1,
    );
  return { rows, total: sumsOf(rows) };
}

function rowOf(
  group: readonly SubsidyMovement[],
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): SubsidyRow {
  const [{ assetId, month } = { assetId: '', month: monthOf(from) }] = group;
  const sum = (of: (each: SubsidyMovement) => boolean): Fen =>
    sumFen(group.filter(of).map(({ amount }) => amount));
  const isBefore = ({ kind, on }: SubsidyMovement): boolean => on < from || kind === 'takenOver';
  const isGone = ({ kind }: SubsidyMovement): boolean => kind === 'received' || kind === 'reduced';
  const opening =
    sum((each) => isBefore(each) && !isGone(each)) - sum((each) => each.on < from && isGone(each));
  const settled = sum((each) => !isBefore(each) && each.kind === 'settled');
  const received = sum((each) => each.on >= from && each.kind === 'received');
  const reduced = sum((each) => each.on >= from && each.kind === 'reduced');
  const closing = opening + settled - received - reduced;
  const stays = ({ pairedOn }: SubsidyMovement): boolean =>
    pairedOn === undefined || pairedOn < from || pairedOn > to;
  const days = group
    .filter((each) => each.kind === 'received' && each.on >= from && stays(each))
    .map(({ on }) => on);
  return {
    ...{ assetId, month, opening, settled, received, reduced, closing },
    receivedOn: [...new Set(days)].sort(),
    monthsOwed: closing === 0n ? undefined : Math.max(0, monthsBetween(month, monthOf(to)).length - 1),
  };
}

/** Rows added up, column by column. */
export function sumsOf(rows: readonly SubsidySums[]): SubsidySums {
  const sum = (column: keyof SubsidySums): Fen => sumFen(rows.map((row) => row[column]));
  return {
    ...{ opening: sum('opening'), settled: sum('settled') },
    ...{ received: sum('received'), reduced: sum('reduced'), closing: sum('closing') },
  };
}

/** What the receivable account says of one station and month. */
export interface SubsidyBalance {
  readonly assetId: string;
  readonly month: Month;
  readonly amount: Fen;
}

/** A station and month of which the account says something else than the rows. */
export interface SubsidyDifference {
  readonly assetId: string;
  readonly month: Month;
  readonly listed: Fen;
  readonly booked: Fen;
}

/**
 * Holds one figure of every row against the account, to the fen: what it closes with against the account of
 * its last evening, or what it opens with against the evening before, so that a year is shown to begin where
 * the one before ended, line by line.
 */
export function subsidyDifferences(
  rows: readonly SubsidyRow[],
  balances: readonly SubsidyBalance[],
  side: 'opening' | 'closing' = 'closing',
): SubsidyDifference[] {
  const booked = new Map<string, SubsidyBalance & { listed: Fen }>();
  const entry = (each: { readonly assetId: string; readonly month: Month }) => {
    const key = `${each.assetId} ${each.month}`;
    return booked.get(key) ?? { assetId: each.assetId, month: each.month, amount: 0n, listed: 0n };
  };
  for (const each of balances) {
    const known = entry(each);
    booked.set(`${each.assetId} ${each.month}`, { ...known, amount: known.amount + each.amount });
  }
  for (const row of rows) booked.set(`${row.assetId} ${row.month}`, { ...entry(row), listed: row[side] });
  return [...booked.values()]
    .filter(({ amount, listed }) => amount !== listed)
    .map(({ assetId, month, amount, listed }) => ({ assetId, month, listed, booked: amount }));
}

/** How old what is owed is, by the months since it was generated: up to one year, two, more. Fen. */
export interface SubsidyAgeing {
  readonly withinYear: Fen;
  readonly secondYear: Fen;
  readonly older: Fen;
}

/** The twelfth month after the generation is still within a year of it, the twenty-fourth within two. */
export function subsidyAgeing(rows: readonly SubsidyRow[]): SubsidyAgeing {
  const sum = (isIn: (months: number) => boolean): Fen =>
    sumFen(rows.filter(({ monthsOwed }) => isIn(monthsOwed ?? 0)).map(({ closing }) => closing));
  return {
    withinYear: sum((months) => months <= 12),
    secondYear: sum((months) => months > 12 && months <= 24),
    older: sum((months) => months > 24),
  };
}
