import type { EntityManager } from 'typeorm';
import { type CalendarDay, type Month, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { gather, type ReportTime } from '../../domain/ledger/account-sums';
import { type ChartReading, readCode } from '../../domain/ledger/chart-readings';
import { type Fen } from '../../domain/money/fen';
import { run } from './ledger.store';

/** By what sums may be told apart; every dimension a line carries. */
export const SUM_COLUMNS = {
  ledgerAccount: 'l.ledger_account',
  pool: 'l.pool',
  assetId: 'l.asset_id',
  stream: 'l.stream',
  generationMonth: 'l.generation_month',
  counterparty: 'l.counterparty',
  planLineId: 'l.plan_line_id',
  chart: 'e.chart',
  postedOn: 'e.posted_on',
  aboutPeriod: 'e.about_period',
  postedMonth: 'substr(e.posted_on, 1, 7)',
} as const;
export type SumColumn = keyof typeof SUM_COLUMNS;

/** Only lines of one other party or one asset. */
export interface NamedWish {
  /** The texts by which lines name the one party; none of them: only lines that name nobody. */
  readonly counterparties?: readonly string[] | undefined;
  /** The ids of the assets; none of them: only lines of no asset. */
  readonly assets?: readonly string[] | undefined;
}

/** Whether only some lines of an account count, so that what is kept by account and pool tells nothing. */
export function isByName({ counterparties, assets }: NamedWish): boolean {
  return counterparties !== undefined || assets !== undefined;
}

/** The same as a report reads accounts of other charts than its own. */
export interface ReadWish extends NamedWish {
  /** Only by `aboutPeriod`: a voucher of one chart may be about a month of another. */
  readonly readings?: readonly ChartReading[] | undefined;
}

/** Which lines count. Days and places in the chain are included. */
export interface LineWish extends ReadWish {
  readonly from?: CalendarDay | undefined;
  readonly to: CalendarDay;
  readonly by: ReportTime;
  /** Places in the chain after this one are left out. */
  readonly upTo?: number | undefined;
  /** Only places in the chain after this one. */
  readonly after?: number | undefined;
  readonly pool?: string | undefined;
  /** An account with its details. */
  readonly account?: string | undefined;
  /** Only lines of these entries. */
  readonly of?: readonly string[] | undefined;
  /** Lines of these entries are left out. */
  readonly without?: readonly string[] | undefined;
}

/** A sum of lines with what tells it apart; an absent dimension is left out. */
export type LineSum = { readonly [column in SumColumn]?: string } & {
  readonly debit: Fen;
  readonly credit: Fen;
};

/** The condition of a wish, over entries `e` and their lines `l`, with its values. */
export function lineCondition(collectiveId: string, wish: LineWish): { sql: string; values: unknown[] } {
  const parts = ['e.collective_id = ?', LINES_OF_THEM];
  const values: unknown[] = [collectiveId];
  const add = (sql: string, ...given: unknown[]): void => {
    parts.push(sql);
    values.push(...given);
  };
  if (wish.by === 'postedOn') {
    // The year is the voucher's own: it lets the index over voucher numbers find the entries.
    add('e.voucher_year <= ? AND e.posted_on <= ?', yearOf(wish.to), wish.to);
    if (wish.from !== undefined)
      add('e.voucher_year >= ? AND e.posted_on >= ?', yearOf(wish.from), wish.from);
  } else {
    add('e.about_period <= ?', monthOf(wish.to));
    if (wish.from !== undefined) add('e.about_period >= ?', monthOf(wish.from));
  }
  if (wish.upTo !== undefined) add('e.chain_position <= ?', wish.upTo);
  if (wish.after !== undefined) add('e.chain_position > ?', wish.after);
  if (wish.pool !== undefined) add('l.pool = ?', wish.pool);
  const idMarks = (ids: readonly string[]): string => ids.map(() => '?').join(', ');
  if (wish.of !== undefined) add(`e.id IN (${idMarks(wish.of)})`, ...wish.of);
  if (wish.without !== undefined && wish.without.length > 0)
    add(`e.id NOT IN (${idMarks(wish.without)})`, ...wish.without);
  if (wish.account !== undefined) addAccount(add, wish.account, wish.readings ?? []);
  const addNamed = (column: string, texts: readonly string[] | undefined): void => {
    if (texts === undefined) return;
    add(texts.length === 0 ? `${column} IS NULL` : `${column} IN (${idMarks(texts)})`, ...texts);
  };
  addNamed('l.counterparty', wish.counterparties);
  addNamed('l.asset_id', wish.assets);
  return { sql: parts.join(' AND '), values };
}

/** An account with its details, and what the other charts call them. */
function addAccount(
  add: (sql: string, ...given: unknown[]) => void,
  account: string,
  readings: readonly ChartReading[],
): void {
  if (readings.length === 0) return add('l.ledger_account LIKE ?', `${account}%`);
  const own = `(l.ledger_account LIKE ? AND e.chart NOT IN (${readings.map(() => '?').join(', ')}))`;
  const values: unknown[] = [`${account}%`, ...readings.map(({ chart }) => chart)];
  const others = readings.flatMap(({ chart, names }) => {
    const codes = [...names].flatMap(([code, name]) => (name.startsWith(account) ? [code] : []));
    if (codes.length === 0) return [];
    values.push(chart, ...codes);
    return [`(e.chart = ? AND l.ledger_account IN (${codes.map(() => '?').join(', ')}))`];
  });
  add(`(${[own, ...others].join(' OR ')})`, ...values);
}

/**
 * Entries with their lines, together with {@link LINES_OF_THEM}. SQLite keeps to the order of a CROSS JOIN
 * and finds the entries first; left to itself it reads every line of the books.
 */
export const LINES_OF_ENTRIES = 'ledger_entries e CROSS JOIN ledger_lines l';
export const LINES_OF_THEM = 'l.collective_id = e.collective_id AND l.entry_id = e.id';

/** Sums of lines by these columns, accounts as the wish reads them. */
export async function sumLines(
  db: EntityManager,
  collectiveId: string,
  asked: { readonly wish: LineWish; readonly columns: readonly SumColumn[] },
): Promise<LineSum[]> {
  const { readings = [] } = asked.wish;
  if (readings.length === 0 || !asked.columns.includes('ledgerAccount')) {
    return sumColumns(db, collectiveId, asked);
  }
  const sums = await sumColumns(db, collectiveId, { ...asked, columns: [...asked.columns, 'chart'] });
  const read = sums.map(({ chart = '', ledgerAccount = '', ...sum }) => ({
    ...sum,
    ledgerAccount: readCode(readings, chart, ledgerAccount),
  }));
  return gather<LineSum>(read, (sum) => JSON.stringify(asked.columns.map((column) => sum[column])));
}

async function sumColumns(
  db: EntityManager,
  collectiveId: string,
  asked: { readonly wish: LineWish; readonly columns: readonly SumColumn[] },
): Promise<LineSum[]> {
  const { sql, values } = lineCondition(collectiveId, asked.wish);
  const columns = asked.columns.map((column) => SUM_COLUMNS[column]);
  const rows = await run<Record<string, string | null> & { debit: string; credit: string }>(
    db,
    `SELECT ${columns.map((column, index) => `${column} AS c${String(index)}, `).join('')}
       CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE 0 END) AS TEXT) AS debit,
       CAST(SUM(CASE l.side WHEN 'credit' THEN l.amount_fen ELSE 0 END) AS TEXT) AS credit
     FROM ${LINES_OF_ENTRIES} WHERE ${sql} GROUP BY ${columns.join(', ')}`,
    values,
  );
  return rows.map((row) => ({
    ...Object.fromEntries(
      asked.columns.flatMap((column, index) => {
        const value = row[`c${String(index)}`];
        return value === null || value === undefined ? [] : [[column, value]];
      }),
    ),
    debit: BigInt(row.debit),
    credit: BigInt(row.credit),
  }));
}

/** What whole months turned over by account, pool and month, as kept beside the entries. */
export async function sumTurnovers(
  db: EntityManager,
  collectiveId: string,
  wish: { readonly first?: Month | undefined; readonly last: Month } & Pick<LineWish, 'pool' | 'account'>,
): Promise<LineSum[]> {
  const rows = await run<{
    month: string;
    ledger_account: string;
    pool: string;
    debit: string;
    credit: string;
  }>(
    db,
    `SELECT month, ledger_account, pool, CAST(debit_fen AS TEXT) AS debit, CAST(credit_fen AS TEXT) AS credit
     FROM ledger_turnovers
     WHERE collective_id = ? AND month >= ? AND month <= ? AND pool LIKE ? AND ledger_account LIKE ?`,
    [collectiveId, wish.first ?? '', wish.last, wish.pool ?? '%', `${wish.account ?? ''}%`],
  );
  return rows.map((row) => ({
    postedMonth: row.month,
    ledgerAccount: row.ledger_account,
    pool: row.pool,
    debit: BigInt(row.debit),
    credit: BigInt(row.credit),
  }));
}

/** The last sealed month up to one, with its closing balances by account and pool. */
export async function readSealedBalances(
  db: EntityManager,
  collectiveId: string,
  wish: { readonly last: Month } & Pick<LineWish, 'pool' | 'account'>,
): Promise<{ readonly month: Month; readonly balances: LineSum[] } | undefined> {
  const seals = await run<{ month: string }>(
    db,
    'SELECT month FROM month_seals WHERE collective_id = ? AND month <= ? ORDER BY month DESC LIMIT 1',
    [collectiveId, wish.last],
  );
  const month = seals[0]?.month;
  if (month === undefined) return undefined;
  const rows = await run<{ ledger_account: string; pool: string; balance: string }>(
    db,
    `SELECT ledger_account, pool, CAST(opening_fen + debit_fen - credit_fen AS TEXT) AS balance
     FROM month_balances WHERE collective_id = ? AND month = ? AND pool LIKE ? AND ledger_account LIKE ?`,
    [collectiveId, month, wish.pool ?? '%', `${wish.account ?? ''}%`],
  );
  const balances = rows.map((row) => {
    const balance = BigInt(row.balance);
    const sides = { debit: balance > 0n ? balance : 0n, credit: balance < 0n ? -balance : 0n };
    return { ledgerAccount: row.ledger_account, pool: row.pool, ...sides };
  });
  return { month, balances };
}

/** How many entries were booked up to an instant: their places in the chain are 1 to this. */
export async function positionAt(db: EntityManager, collectiveId: string, instant: string): Promise<number> {
  const rows = await run<{ chain_position: number }>(
    db,
    `SELECT chain_position FROM ledger_entries WHERE collective_id = ? AND booked_at <= ?
     ORDER BY chain_position DESC LIMIT 1`,
    [collectiveId, instant],
  );
  return rows[0]?.chain_position ?? 0;
}
