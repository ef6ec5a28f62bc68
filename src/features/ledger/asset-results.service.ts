import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import type { Fen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { run } from '../../platform/database/statements';
import { readBooks } from './books-row.store';

/** What an asset earned and cost about one month. */
export interface AssetMonthResult {
  readonly assetId: string;
  readonly month: Month;
  readonly earned: Fen;
  readonly spent: Fen;
}

/** What one voucher earned and cost of an asset. */
export interface AssetEntryResult extends AssetMonthResult {
  readonly entryId: string;
  readonly postedOn: CalendarDay;
}

/** So many vouchers are asked for at once. */
const ENTRIES_AT_ONCE = 500;

const SIGNED = "CASE line.side WHEN 'credit' THEN line.amount_fen ELSE -line.amount_fen END";
const MONTH = `CASE line.stream WHEN 'dividend'
  THEN substr(COALESCE(reversed.posted_on, entry.posted_on), 1, 7)
  ELSE COALESCE(line.generation_month, entry.about_period) END`;
const resultsOf = (sign: '' | '-', from: string): string => `${MONTH} AS month,
  CAST(SUM(CASE WHEN line.stream IS NULL THEN 0 ELSE ${sign}${SIGNED} END) AS TEXT) AS earned,
  CAST(SUM(CASE WHEN line.stream IS NULL THEN -(${sign}${SIGNED}) ELSE 0 END) AS TEXT) AS spent
  ${from}
  WHERE line.collective_id = ? AND line.asset_id IS NOT NULL AND line.ledger_account LIKE '5%'
    AND entry.source_kind NOT IN ('${PRIOR_YEAR.reversal}', '${PRIOR_YEAR.move}')`;

/** What entries book, and their reversals under the same chart. */
const BOOKED = resultsOf(
  '',
  `FROM ledger_lines line
  JOIN ledger_entries entry ON entry.collective_id = line.collective_id AND entry.id = line.entry_id
  LEFT JOIN ledger_entries reversed
    ON reversed.collective_id = entry.collective_id AND reversed.id = entry.reverses_id`,
);
/** What is taken back through a change of the chart: it stands on 322, and takes back the lines of before. */
const CROSSED = resultsOf(
  '-',
  `FROM ledger_entries entry
  JOIN ledger_entries reversed ON reversed.collective_id = entry.collective_id
    AND reversed.id = entry.reverses_id AND reversed.chart <> entry.chart
  JOIN ledger_lines line ON line.collective_id = reversed.collective_id AND line.entry_id = reversed.id`,
);

interface ResultRow {
  readonly asset_id: string;
  readonly month: Month;
  readonly earned: string;
  readonly spent: string;
}

/**
 * What single assets brought and cost, as the lines of income and expense name them. In both charts these
 * accounts begin with a 5, and only lines of income say where it comes from. What was taken back cancels,
 * also through a change of the chart; that it went to the surplus of its year, not to this year's, is nothing
 * that the asset brought or cost. A dividend is of the month in which it was booked, that is when it was
 * decided on: it comes for a year that is over. Source: domain facts §2.2 (502); that it counts so is this
 * program's reading.
 */
@Injectable()
export class AssetResultsService {
  /** Every month of every asset for which something stands in the books, the oldest first. */
  async listMonths(db: EntityManager, collectiveId: string): Promise<AssetMonthResult[]> {
    const found = new Map<string, AssetMonthResult>();
    for (const results of await this.kindsOf(db, collectiveId)) {
      const rows = await run<ResultRow>(
        db,
        `SELECT line.asset_id, ${results} GROUP BY line.asset_id, ${MONTH} ORDER BY line.asset_id, month`,
        [collectiveId],
      );
      for (const row of rows) {
        const { assetId, month, earned, spent } = resultOf(row);
        const known = found.get(`${assetId} ${month}`) ?? { earned: 0n, spent: 0n };
        const sum = { earned: known.earned + earned, spent: known.spent + spent };
        found.set(`${assetId} ${month}`, { assetId, month, ...sum });
      }
    }
    return [...found.values()];
  }

  /** What each of some vouchers earned and cost, asset by asset. */
  async listEntries(
    db: EntityManager,
    collectiveId: string,
    entryIds: readonly string[],
  ): Promise<AssetEntryResult[]> {
    const found: AssetEntryResult[] = [];
    const kinds = await this.kindsOf(db, collectiveId);
    for (let place = 0; place < entryIds.length; place += ENTRIES_AT_ONCE) {
      const asked = entryIds.slice(place, place + ENTRIES_AT_ONCE);
      for (const results of kinds) {
        const rows = await run<ResultRow & { readonly entry_id: string; readonly posted_on: CalendarDay }>(
          db,
          `SELECT entry.id AS entry_id, entry.posted_on, line.asset_id, ${results}
             AND entry.id IN (${asked.map(() => '?').join(', ')})
           GROUP BY entry.id, entry.posted_on, line.asset_id, ${MONTH}`,
          [collectiveId, ...asked],
        );
        for (const row of rows)
          found.push({ ...resultOf(row), entryId: row.entry_id, postedOn: row.posted_on });
      }
    }
    return found;
  }

  /** What is to be asked of the books: few of them have changed their chart. */
  private async kindsOf(db: EntityManager, collectiveId: string): Promise<readonly string[]> {
    const books = await readBooks(db, collectiveId);
    return (books?.chartFrom ?? '') === '' ? [BOOKED] : [BOOKED, CROSSED];
  }

  /** The day from which the books tell what assets brought. @throws DomainError `collective.unknown` */
  async booksFrom(db: EntityManager, collectiveId: string): Promise<CalendarDay> {
    const books = await readBooks(db, collectiveId);
    if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
    return books.openedOn;
  }

  /** How many bills of an event name each asset within some days, without those taken back. */
  async countBills(
    db: EntityManager,
    collectiveId: string,
    {
      event,
      after,
      upTo,
    }: { readonly event: string; readonly after: CalendarDay; readonly upTo: CalendarDay },
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await run<{ asset_id: string; bills: number | string }>(
      db,
      `SELECT line.asset_id, COUNT(DISTINCT entry.id) AS bills
       FROM ledger_lines line
       JOIN ledger_entries entry ON entry.collective_id = line.collective_id AND entry.id = line.entry_id
       WHERE line.collective_id = ? AND line.asset_id IS NOT NULL AND entry.event = ?
         AND entry.posted_on > ? AND entry.posted_on <= ? AND NOT EXISTS (
           SELECT 1 FROM ledger_entries later
           WHERE later.collective_id = entry.collective_id AND later.reverses_id = entry.id)
       GROUP BY line.asset_id`,
      [collectiveId, event, after, upTo],
    );
    return new Map(rows.map((row) => [row.asset_id, Number(row.bills)]));
  }
}

function resultOf({ asset_id: assetId, month, earned, spent }: ResultRow): AssetMonthResult {
  return { assetId, month, earned: BigInt(earned), spent: BigInt(spent) };
}
