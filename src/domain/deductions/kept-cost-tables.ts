import { addDays, type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { type ShareRow, type ShareTable, tableInForce } from '../collectives/share-table';
import { holderOf } from '../income/split-stream';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { ServedDays } from './cost-years';
import { type CostPart, costParts } from './kept-cost';

// A keeper's bill is split by the share tables of the days it is for, as the income of those days was.
// Source: product decision "Joint stations": costs travel by the same table.

/** What of a keeper's cost falls under one share table. */
export interface CostOfTable {
  readonly table: ShareTable;
  /** How many of its days; undefined where the bill says none. */
  readonly days: number | undefined;
  readonly amount: Fen;
}

/** What of a keeper's cost is an owner's by one share table. */
export interface CostShare {
  readonly tableFrom: CalendarDay;
  readonly owner: string;
  readonly amount: Fen;
}

/** The same, with who bears it. */
export interface BorneShare extends CostShare {
  readonly bearer: string;
}

/**
 * A cost by the share tables of the days it is for: wholly by the one in which they lie; over a change, by
 * days, and the parts add up to it to the fen. Days before the first table are its, too. A bill that says no
 * days is of the day on which it was paid. Empty where no table is in force.
 */
export function costByTable(
  amount: Fen,
  { paidOn, served }: { readonly paidOn: CalendarDay; readonly served: ServedDays | undefined },
  tables: readonly ShareTable[],
): CostOfTable[] {
  if (served === undefined) {
    const table = tableInForce(tables, paidOn);
    return table === undefined ? [] : [{ table, days: undefined, amount }];
  }
  const inTurn = [...tables].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  const spans = inTurn.flatMap((table, place) => {
    const next = inTurn[place + 1]?.validFrom;
    const from = place === 0 || table.validFrom < served.from ? served.from : table.validFrom;
    const to = next === undefined || next > served.to ? served.to : addDays(next, -1);
    return from > to ? [] : [{ table, days: daysInclusive(from, to) }];
  });
  const parts = allocate(
    amount,
    spans.map(({ table, days }) => ({ key: table.validFrom, weight: BigInt(days) })),
  );
  return spans
    .map((span, place) => ({ ...span, amount: parts[place]?.amount ?? 0n }))
    .filter((part) => part.amount > 0n);
}

/**
 * Splits what falls under each table by the running total of its costs.
 * @param before by the table's first day, its costs that stand and what each owner bore of them
 */
export function sharesByTable(
  parts: readonly CostOfTable[],
  before: ReadonlyMap<CalendarDay, Parameters<typeof costParts>[1]>,
): CostShare[] {
  const nothing = { whole: 0n, given: new Map<string, Fen>() };
  return parts.flatMap(({ table, amount }) => {
    const { validFrom: tableFrom, rows } = table;
    return costParts(amount, before.get(tableFrom) ?? nothing, rows).map((part) => ({ ...part, tableFrom }));
  });
}

/** What is known of owners where a cost is laid on them. */
export interface OwnersNow {
  readonly tables: readonly ShareTable[];
  /** The rows of the table of the day on which it is paid. */
  readonly rows: readonly ShareRow[];
  /** What came for each and is not passed on. */
  readonly owed: ReadonlyMap<string, Fen>;
  /** Whose books are kept here: id by name. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Who bears each share: its owner. Where he holds no row any more and what came for him does not reach, it is
 * who holds his rows now. Books that two tables call by two names bear it once, under the later name.
 */
export function bearersOf(shares: readonly CostShare[], now: OwnersNow): BorneShare[] {
  const partOf = (owner: string): Fen =>
    sumFen(shares.filter((share) => share.owner === owner).map(({ amount }) => amount));
  const current = new Set(now.rows.map(({ owner }) => owner));
  const borne = shares.map((share) => {
    const { owner, tableFrom } = share;
    if (current.has(owner) || (now.owed.get(owner) ?? 0n) >= partOf(owner))
      return { ...share, bearer: owner };
    const table = now.tables.find(({ validFrom }) => validFrom === tableFrom);
    return { ...share, bearer: holderOf(owner, table?.rows ?? [], now.rows) };
  });
  const nameOf = new Map<string, string>();
  for (const { bearer } of borne) {
    const id = now.ids.get(bearer);
    if (id !== undefined && (current.has(bearer) || !nameOf.has(id))) nameOf.set(id, bearer);
  }
  return borne.map((share) => ({
    ...share,
    bearer: nameOf.get(now.ids.get(share.bearer) ?? '') ?? share.bearer,
  }));
}

/** What each bears of a cost, by all its tables together. */
export function partsOfBearers(shares: readonly BorneShare[]): CostPart[] {
  const parts = new Map<string, Fen>();
  for (const { bearer, amount } of shares) parts.set(bearer, (parts.get(bearer) ?? 0n) + amount);
  return [...parts].map(([owner, amount]) => ({ owner, amount }));
}

/**
 * What comes back of a cost, found again in the tables by which it was borne: each bearer's part by what he
 * bears under them and has not got back.
 * @param left the cost's shares less what came back of them before
 */
export function sharesOfRefund(back: readonly CostPart[], left: readonly BorneShare[]): BorneShare[] {
  return back.flatMap(({ owner: bearer, amount }) => {
    const own = left.filter((share) => share.bearer === bearer);
    invariant(sumFen(own.map((share) => share.amount)) >= amount, 'nobody gets back more than he bears');
    const weights = own.map((share) => ({ key: `${share.tableFrom} ${share.owner}`, weight: share.amount }));
    const parts = new Map(allocate(amount, weights).map((part) => [part.key, part.amount]));
    return own
      .map((share) => ({ ...share, amount: parts.get(`${share.tableFrom} ${share.owner}`) ?? 0n }))
      .filter((share) => share.amount > 0n);
  });
}
