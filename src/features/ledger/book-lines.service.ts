import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool, PoolFlow, Stream } from '../../domain/ledger/journal-entry';
import type { DaySum, DetailLine } from '../../domain/ledger/report-detail-ledger';
import { isWithin } from '../../domain/ledger/account-sums';
import { type ChartReading, readCode } from '../../domain/ledger/chart-readings';
import { changesEarlierYear, type SurplusEntryLine } from '../../domain/ledger/surplus-movements';
import { Database } from '../../platform/database/database';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { lineCondition, LINES_OF_ENTRIES, LINES_OF_THEM, type LineWish, sumLines } from './balances.store';
import { readCarriedNames } from './carried-names.store';
import type { ChartCarried } from './chart-eras';
import { run } from './ledger.store';

/** A line with its entry's place in the books. */
export interface BookLine {
  readonly entryId: string;
  readonly lineNumber: number;
  readonly position: number;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly postedOn: CalendarDay;
  readonly statementOn: CalendarDay;
  readonly aboutPeriod: string;
  readonly summary: string;
  readonly sourceKind: string;
  readonly reversesId?: string;
  readonly ledgerAccount: string;
  readonly side: 'debit' | 'credit';
  readonly amount: bigint;
  readonly pool: Pool;
  readonly poolFlow?: PoolFlow;
  readonly assetId?: string;
  readonly stream?: Stream;
  readonly generationMonth?: string;
  readonly counterparty?: string;
  readonly planLineId?: string;
}

/** A stretch of a long list. */
export interface Stretch {
  readonly offset: number;
  readonly limit: number;
}

/** How many ids go into one statement. */
const IDS_AT_ONCE = 500;

/** Lines of the books, read one by one: for ledgers, ageing and tracing. */
@Injectable()
export class BookLinesService {
  constructor(private readonly database: Database) {}

  /** The lines of a wish in the order of the books: by day (or month), then by place in the chain. */
  async listLines(collectiveId: string, wish: LineWish, stretch?: Stretch): Promise<BookLine[]> {
    const { sql, values } = lineCondition(collectiveId, wish);
    const limit = stretch === undefined ? '' : 'LIMIT ? OFFSET ?';
    const given = stretch === undefined ? [] : [stretch.limit, stretch.offset];
    return this.read(`WHERE ${sql} ${orderBy(wish)} ${limit}`, [...values, ...given], wish.readings);
  }

  /** The entries that reversals booked after a day took back, by id. */
  async listTakenBackAfter(collectiveId: string, day: CalendarDay): Promise<ReadonlySet<string>> {
    const rows = await run<{ id: string }>(
      this.database.reader,
      `SELECT reverses_id AS id FROM ledger_entries
       WHERE collective_id = ? AND posted_on > ? AND reverses_id IS NOT NULL`,
      [collectiveId, day],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** How many lines a wish has. */
  countLines(collectiveId: string, wish: LineWish): Promise<number> {
    return this.count(collectiveId, wish, '*');
  }

  /** How many vouchers the lines of a wish stand on. */
  countVouchers(collectiveId: string, wish: LineWish): Promise<number> {
    return this.count(collectiveId, wish, 'DISTINCT l.entry_id');
  }

  /** What the first `offset` lines of a wish add up to; debit positive. */
  async sumBefore(collectiveId: string, wish: LineWish, offset: number): Promise<bigint> {
    if (offset === 0) return 0n;
    const { sql, values } = lineCondition(collectiveId, wish);
    const rows = await run<{ balance: string | null }>(
      this.reader,
      `SELECT CAST(SUM(signed_fen) AS TEXT) AS balance FROM (
         SELECT CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END AS signed_fen
         FROM ${LINES_OF_ENTRIES} WHERE ${sql} ${orderBy(wish)} LIMIT ?) AS lines_before`,
      [...values, offset],
    );
    return BigInt(rows[0]?.balance ?? 0);
  }

  /** What moved on each day, or in each month a fact concerns. */
  async sumByDay(collectiveId: string, wish: LineWish): Promise<DaySum[]> {
    const sums = await sumLines(this.reader, collectiveId, { wish, columns: [wish.by] });
    return sums.map((sum) => ({ on: sum[wish.by] ?? '', debit: sum.debit, credit: sum.credit }));
  }

  /** Every line of these entries, in the order of the books. */
  async linesOfEntries(
    collectiveId: string,
    entryIds: readonly string[],
    readings?: readonly ChartReading[],
  ): Promise<BookLine[]> {
    const lines: BookLine[] = [];
    const ids = [...new Set(entryIds)];
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      const some = ids.slice(from, from + IDS_AT_ONCE);
      const marks = some.map(() => '?').join(', ');
      const order = 'ORDER BY e.chain_position, l.line_number';
      const where = `WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND e.id IN (${marks})`;
      lines.push(...(await this.read(`${where} ${order}`, [collectiveId, ...some], readings)));
    }
    return lines;
  }

  /** How the accounts of before a change of the chart are called after it. */
  carriedNames(collectiveId: string, change: ChartCarried): Promise<ReadonlyMap<string, string>> {
    return readCarriedNames(this.reader, collectiveId, change);
  }

  /**
   * Every line of the vouchers of several villages that touch one of these accounts or a detail of it, by
   * village, in the order of the books.
   */
  async linesOfVillages(
    collectiveIds: readonly string[],
    accounts: readonly string[],
  ): Promise<ReadonlyMap<string, readonly BookLine[]>> {
    const found = new Map<string, BookLine[]>();
    if (accounts.length === 0) return found;
    const touches = accounts.map(() => 't.ledger_account LIKE ?').join(' OR ');
    for (const ids of inGroups(collectiveIds)) {
      const rows = await this.readRows(
        `WHERE e.collective_id IN (${placeholders(ids)}) AND ${LINES_OF_THEM}
           AND EXISTS (SELECT 1 FROM ledger_lines t
             WHERE t.collective_id = e.collective_id AND t.entry_id = e.id AND (${touches}))
         ORDER BY e.collective_id, e.posted_on, e.chain_position, l.line_number`,
        [...ids, ...accounts.map((account) => `${account}%`)],
      );
      for (const row of rows) {
        const own = found.get(row.collective_id) ?? [];
        own.push(lineOf(row));
        found.set(row.collective_id, own);
      }
    }
    return found;
  }

  /** The lines as a ledger shows them, each with the accounts on the other side within its pool. */
  async withCounters(
    collectiveId: string,
    lines: readonly BookLine[],
    { by, readings }: Pick<LineWish, 'by' | 'readings'>,
  ): Promise<DetailLine[]> {
    const ids = lines.map((line) => line.entryId);
    const all = await this.linesOfEntries(collectiveId, ids, readings);
    const byEntry = new Map<string, BookLine[]>();
    for (const line of all) byEntry.set(line.entryId, [...(byEntry.get(line.entryId) ?? []), line]);
    return lines.map((line) => {
      const others = (byEntry.get(line.entryId) ?? []).filter((each) => each.pool === line.pool);
      const opposite = others.filter((each) => each.side !== line.side);
      return { ...line, on: line[by], counterAccounts: accountsOf(opposite) };
    });
  }

  /** The entries of a span that touch one of these accounts, line by line, of one pool where it is named. */
  async linesTouching(
    collectiveId: string,
    accounts: readonly string[],
    wish: LineWish,
  ): Promise<SurplusEntryLine[]> {
    const touching: string[] = [];
    for (const account of accounts) {
      const lines = await this.listLines(collectiveId, { ...wish, account });
      touching.push(...lines.map((line) => line.entryId));
    }
    const lines = await this.linesOfEntries(collectiveId, touching, wish.readings);
    const reversed = lines.flatMap(({ reversesId }) => (reversesId === undefined ? [] : [reversesId]));
    const taken = await this.linesOfEntries(collectiveId, reversed, wish.readings);
    const days = new Map(taken.map((line) => [line.entryId, line[wish.by]]));
    const isOnThem = (line: BookLine): boolean =>
      accounts.some((account) => isWithin(line.ledgerAccount, account));
    const touched = new Set(taken.filter(isOnThem).map(({ entryId }) => entryId));
    return lines
      .filter((line) => wish.pool === undefined || line.pool === wish.pool)
      .map((line) => {
        const { sourceKind, reversesId = '' } = line;
        const reversedOn = days.get(reversesId);
        // Behind a change of the chart a closed year's income and expense are taken back on 收益分配.
        const isOfClosed = reversedOn !== undefined && !touched.has(reversesId);
        const isChange = changesEarlierYear({ sourceKind, on: line[wish.by], reversedOn });
        return { ...line, isPriorYear: isOfClosed || isChange };
      });
  }

  private async count(collectiveId: string, wish: LineWish, what: string): Promise<number> {
    const { sql, values } = lineCondition(collectiveId, wish);
    const rows = await run<{ count: string | number }>(
      this.reader,
      `SELECT COUNT(${what}) AS count FROM ${LINES_OF_ENTRIES} WHERE ${sql}`,
      values,
    );
    return Number(rows[0]?.count ?? 0);
  }

  private get reader(): EntityManager {
    return this.database.reader;
  }

  private async read(
    rest: string,
    values: readonly unknown[],
    readings: readonly ChartReading[] = [],
  ): Promise<BookLine[]> {
    const rows = await this.readRows(rest, values);
    return rows.map((row) =>
      lineOf({ ...row, ledger_account: readCode(readings, row.chart, row.ledger_account) }),
    );
  }

  private readRows(rest: string, values: readonly unknown[]): Promise<LineColumns[]> {
    return run<LineColumns>(
      this.reader,
      `SELECT e.id, e.collective_id, e.chart, e.chain_position, e.voucher_year, e.voucher_number, e.posted_on,
         e.statement_on, e.about_period, e.summary, e.source_kind, e.reverses_id, l.line_number,
         l.ledger_account, l.side, CAST(l.amount_fen AS TEXT) AS amount, l.pool, l.pool_flow, l.asset_id,
         l.stream, l.generation_month, l.counterparty, l.plan_line_id
       FROM ${LINES_OF_ENTRIES} ${rest}`,
      values,
    );
  }
}

interface LineColumns {
  readonly id: string;
  readonly collective_id: string;
  readonly chart: string;
  readonly chain_position: number;
  readonly voucher_year: number;
  readonly voucher_number: number;
  readonly posted_on: string;
  readonly statement_on: string;
  readonly about_period: string;
  readonly summary: string;
  readonly source_kind: string;
  readonly reverses_id: string | null;
  readonly line_number: number;
  readonly ledger_account: string;
  readonly side: 'debit' | 'credit';
  readonly amount: string;
  readonly pool: Pool;
  readonly pool_flow: PoolFlow | null;
  readonly asset_id: string | null;
  readonly stream: Stream | null;
  readonly generation_month: string | null;
  readonly counterparty: string | null;
  readonly plan_line_id: string | null;
}

function lineOf(row: LineColumns): BookLine {
  return {
    entryId: row.id,
    lineNumber: row.line_number,
    position: row.chain_position,
    voucherYear: row.voucher_year,
    voucherNumber: row.voucher_number,
    postedOn: row.posted_on,
    statementOn: row.statement_on,
    aboutPeriod: row.about_period,
    summary: row.summary,
    sourceKind: row.source_kind,
    ...(row.reverses_id === null ? {} : { reversesId: row.reverses_id }),
    ledgerAccount: row.ledger_account,
    side: row.side,
    amount: BigInt(row.amount),
    pool: row.pool,
    ...(row.pool_flow === null ? {} : { poolFlow: row.pool_flow }),
    ...(row.asset_id === null ? {} : { assetId: row.asset_id }),
    ...(row.stream === null ? {} : { stream: row.stream }),
    ...(row.generation_month === null ? {} : { generationMonth: row.generation_month }),
    ...(row.counterparty === null ? {} : { counterparty: row.counterparty }),
    ...(row.plan_line_id === null ? {} : { planLineId: row.plan_line_id }),
  };
}

function orderBy({ by }: LineWish): string {
  const time = by === 'postedOn' ? 'e.posted_on' : 'e.about_period';
  return `ORDER BY ${time}, e.chain_position, l.line_number`;
}

function accountsOf(lines: readonly BookLine[]): string[] {
  return [...new Set(lines.map((line) => line.ledgerAccount))];
}
