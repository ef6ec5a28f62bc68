import type { CalendarDay } from '../calendar/calendar-day';
import { type ShareTable, tableInForce } from '../collectives/share-table';
import { type Fen, sumFen } from '../money/fen';
import type { ServedDays } from './cost-years';
import type { CostPart } from './kept-cost';
import {
  bearersOf,
  costByTable,
  type CostShare,
  type OwnersNow,
  partsOfBearers,
  sharesByTable,
} from './kept-cost-tables';

// A keeper's bill is split when it is paid. A share table that is entered later and begins within its days
// changes nothing by itself: the bill keeps its split until it is reversed and entered again.
// Source: product decision "Joint stations": costs travel by the same table, what was split stays.

/** A keeper's cost that stands, with how it was split. */
export interface SplitBill {
  /** What of it was not got back. */
  readonly left: Fen;
  readonly paidOn: CalendarDay;
  /** The days that it says it is for; one that says none is of the day on which it was paid. */
  readonly served: ServedDays | undefined;
  /** What of all of it was whose by which table. */
  readonly shares: readonly Omit<CostShare, 'owner'>[];
  /** What each bears of what is left. */
  readonly parts: readonly CostPart[];
}

/** What an owner bears of a bill, and what he would if it were entered again. */
export interface ChangedPart {
  readonly owner: string;
  readonly borne: Fen;
  readonly anew: Fen;
}

/**
 * Whether the tables that stand now lay a bill's days under others than those by which it was split; not
 * where nothing of it is left.
 */
export function splitsOtherwise(
  { left, paidOn, served, shares }: SplitBill,
  tables: readonly ShareTable[],
): boolean {
  if (left <= 0n) return false;
  const kept = new Map<CalendarDay, Fen>();
  for (const { tableFrom, amount } of shares) kept.set(tableFrom, (kept.get(tableFrom) ?? 0n) + amount);
  // Of days that only its words say, from before they were kept, nothing is known.
  if (served === undefined && kept.size > 1) return false;
  const now = costByTable(sumFen(shares.map(({ amount }) => amount)), { paidOn, served }, tables);
  return now.length !== kept.size || now.some(({ table, amount }) => kept.get(table.validFrom) !== amount);
}

/**
 * Whose part of a bill would be another if it were reversed and entered again under the tables that stand
 * now. Where its days lie under the same tables as before nobody's is.
 * @param before the other costs of the station, by table
 * @param now the owners with what is owed to each if the bill were reversed
 */
export function changedParts(
  bill: SplitBill,
  before: Parameters<typeof sharesByTable>[1],
  now: Omit<OwnersNow, 'rows'>,
): ChangedPart[] {
  const { left, paidOn, served, parts } = bill;
  if (!splitsOtherwise(bill, now.tables)) return [];
  const ofTables = costByTable(left, { paidOn, served }, now.tables);
  const rows = (tableInForce(now.tables, paidOn) ?? ofTables.at(-1)?.table)?.rows ?? [];
  const anew = partsOfBearers(bearersOf(sharesByTable(ofTables, before), { ...now, rows }));
  const partIn = (of: readonly CostPart[], owner: string): Fen =>
    sumFen(of.filter((part) => part.owner === owner).map(({ amount }) => amount));
  return [...new Set([...parts, ...anew].map(({ owner }) => owner))]
    .map((owner) => ({ owner, borne: partIn(parts, owner), anew: partIn(anew, owner) }))
    .filter(({ borne, anew: then }) => borne !== then);
}
