import { isNamed } from '../shared/plain-name';
import type { CalendarDay } from '../calendar/calendar-day';
import { type ShareRow, type ShareTable, shareWeights, tableInForce } from '../collectives/share-table';
import type { Posting } from '../ledger/journal-entry';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { compareRatios, type Ratio, ratio, readRatio, sumRatios, timesRatio } from '../money/ratio';
import type { Fund } from './asset';
import { type LeavingAsset, lineOf, worthLines } from './life-postings';
import { totalStand } from './postings';

/** What of a kept station is an owner's by the share table of a day. */
export interface OwnPart {
  /** The first day of the table. */
  readonly since: CalendarDay;
  readonly share: Ratio;
  readonly cost: Fen;
  readonly funds: readonly Fund[];
  /** Whether his part was another under an earlier table. */
  readonly hasMoved: boolean;
  /** The whole table, and which of its rows are his. */
  readonly rows: readonly ShareRow[];
  readonly ownKeys: readonly string[];
}

/** The owner's rows of a table; a village goes by its own name or its cooperative's. */
function rowsOf(rows: readonly ShareRow[], names: readonly string[]): ShareRow[] {
  return rows.filter(({ owner }) => isNamed(owner, names));
}

function shareOf(rows: readonly ShareRow[], names: readonly string[]): Ratio {
  return sumRatios([ratio(0n, 1n), ...rowsOf(rows, names).map(({ share }) => readRatio(share))]);
}

/**
 * What of each fund of a station is an owner's, to the fen: the parts of all owners add up to the fund, as
 * the odd fen go to the rows that are cut most. Source: product decision "Joint stations" (funds, cost and
 * depreciation travel by the same table).
 */
export function ownFunds(
  funds: readonly Fund[],
  rows: readonly ShareRow[],
  names: readonly string[],
): Fund[] {
  const keys = new Set(rowsOf(rows, names).map(({ key }) => key));
  const weights = shareWeights(rows);
  return funds.flatMap((fund) => {
    const own = allocate(fund.amount, weights).filter(({ key }) => keys.has(key));
    const amount = sumFen(own.map((part) => part.amount));
    return amount === 0n ? [] : [{ ...fund, amount }];
  });
}

/** A share that an owner has from a day on. */
export interface ShareRun {
  readonly from: CalendarDay;
  readonly share: Ratio;
}

/** An owner's shares by the tables, in the order of their days; a table that leaves his as it was is none. */
export function shareRuns(tables: readonly ShareTable[], names: readonly string[]): ShareRun[] {
  const inOrder = [...tables].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return inOrder.reduce<ShareRun[]>((runs, { validFrom: from, rows }) => {
    const share = shareOf(rows, names);
    const last = runs.at(-1);
    return last !== undefined && compareRatios(last.share, share) === 0 ? runs : [...runs, { from, share }];
  }, []);
}

/**
 * Cost and funds that are an owner's on a day, by the table then in force; what he got of the funds is his
 * cost. A village that lost all its rows has nothing, and one that comes back has again what its rows say.
 * @returns undefined before the first table
 */
export function ownCostOn(
  tables: readonly ShareTable[],
  funds: readonly Fund[],
  at: { readonly names: readonly string[]; readonly day: CalendarDay },
): OwnPart | undefined {
  const { names, day } = at;
  const table = tableInForce(tables, day);
  if (table === undefined) return undefined;
  const own = ownFunds(funds, table.rows, names);
  const share = shareOf(table.rows, names);
  const hasMoved = tables
    .filter(({ validFrom }) => validFrom < table.validFrom)
    .some(({ rows }) => compareRatios(shareOf(rows, names), share) !== 0);
  const cost = sumFen(own.map(({ amount }) => amount));
  const ownKeys = rowsOf(table.rows, names).map(({ key }) => key);
  return { since: table.validFrom, share, cost, funds: own, hasMoved, rows: table.rows, ownKeys };
}

/** The share table as the card of a station shows it. */
export type ShownTable = Pick<OwnPart, 'since' | 'rows' | 'ownKeys'>;

/**
 * The table that counts for an owner on a day: the keeper's, where the station is known to be one he keeps.
 * The owner's own register learns of a new table with the first slip under it, and is behind until then.
 * Source: product decision "Joint stations".
 */
export function tableShown(
  own: { readonly tables: readonly ShareTable[]; readonly ownShareKey?: string | undefined },
  keepers: ShownTable | undefined,
  day: CalendarDay,
): ShownTable | undefined {
  if (keepers !== undefined) return keepers;
  const table = tableInForce(own.tables, day);
  if (table === undefined) return undefined;
  const { validFrom: since, rows } = table;
  return { since, rows, ownKeys: own.ownShareKey === undefined ? [] : [own.ownShareKey] };
}

/** What is to be done next, so that register, books and table say one thing. */
export type ShareStep = 'none' | 'leave' | 'return' | 'depreciation' | 'voucher' | 'register' | 'terms';

/** Where an owner's asset stands beside the table. */
export interface ShareFacts {
  /** His cost by the table. */
  readonly byTable: Fen;
  /** What it stands with in the register, without improvements, and what those have added. */
  readonly entered: Fen;
  readonly improved: Fen;
  readonly booksCost: Fen;
  readonly hasLeft: boolean;
  /** Whether a month up to the change has depreciation that is not booked. */
  readonly isLossDue: boolean;
  /** The cost on which its last terms go; absent where it has none. */
  readonly termsCost?: Fen | undefined;
}

/**
 * The next step after a table changed an owner's part. What he lost whole leaves like any asset handed over
 * for nothing. A part goes by a voucher first, after the month's own depreciation, which the one who had it
 * bears; then the register is brought to what the books say, and the months after go on the new cost. What
 * never stood in the books only changes in the register. Source: product decision "Joint stations".
 */
export function shareStep(facts: ShareFacts): ShareStep {
  const { byTable, entered, improved, booksCost, termsCost } = facts;
  if (facts.hasLeft) return byTable === 0n ? 'none' : 'return';
  if (byTable === 0n) return 'leave';
  const target = byTable + improved;
  if (booksCost !== improved && booksCost !== target) return facts.isLossDue ? 'depreciation' : 'voucher';
  if (entered !== byTable) return 'register';
  return termsCost === undefined || termsCost === target ? 'none' : 'terms';
}

/**
 * The voucher that brings an owner's cost in the books to what the table says: of what goes, Dr accumulated
 * depreciation by the same ratio and Dr reserve what it was still worth / Cr fixed assets, as of an asset
 * handed over for nothing, with what is beyond the reserve as a loss; of what comes, the same the other way
 * round (2023: 152, 311 / 151). Each pool by what it cost there. No money moves. Source: domain facts §2.2,
 * §5; the accounts of 2023 are unconfirmed.
 */
export function shareTransferPostings(
  to: Fen,
  of: Pick<LeavingAsset, 'assetId' | 'stands' | 'reserves' | 'accounts'>,
): Posting[] {
  const { assetId, stands, accounts } = of;
  const { roles } = accounts;
  const total = totalStand(stands).cost;
  const sign = to < total ? 1n : -1n;
  const parts = allocate(
    (total - to) * sign,
    stands.map(({ pool, cost }) => ({ key: pool, weight: cost })),
  );
  const line = lineOf(assetId);
  return stands.flatMap(({ pool, cost, accumulated }) => {
    const moved = parts.find(({ key }) => key === pool)?.amount ?? 0n;
    if (moved === 0n) return [];
    const lost = timesRatio(accumulated, ratio(moved, cost));
    return [
      ...line(pool, roles.accumulatedDepreciation, sign * lost),
      ...worthLines({ pool, worth: sign * (moved - lost), against: roles.reserve }, of),
      ...line(pool, roles.fixedAssets, -sign * moved),
    ];
  });
}
