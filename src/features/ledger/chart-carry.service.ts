import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import {
  type ChartMapping,
  mappingProblems,
  type OpenItem,
  openItems,
} from '../../domain/ledger/chart-mapping';
import type { Pool, Stream } from '../../domain/ledger/journal-entry';
import type { MonthRow } from '../../domain/ledger/month-states';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { readChartMapping } from './chart-mapping-files';
import { readCounterpartyNames } from './counterparties.store';
import { readMonths, run } from './ledger.store';
import { dueOf, readRecurring } from './recurring.store';
import { readOpenDrafts } from './voucher-drafts.service';

/** What a change of the chart of accounts needs of the register: the mapping, and what stands open. */
@Injectable()
export class ChartCarryService {
  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  /**
   * How balances go from one chart to the other. @throws DomainError `chartChange.notKnown`; FormProblems
   * `chart.mapping`
   */
  requireMapping(charts: { readonly old: Chart; readonly now: Chart }): ChartMapping {
    const mapping = readChartMapping(this.seedsFolder, charts);
    if (mapping === undefined) {
      const [from, to] = [charts.old.version, charts.now.version];
      throw new DomainError('chartChange.notKnown', { from, to });
    }
    refuseProblems(mappingProblems(mapping, charts));
    return mapping;
  }

  /** Everything that stands on an account, by the dimensions that matter to it. */
  async listOpenItems(db: EntityManager, collectiveId: string, chart: Chart): Promise<OpenItem[]> {
    const rows = await run<ItemColumns>(
      db,
      `SELECT ledger_account, pool, asset_id, stream, generation_month, counterparty, plan_line_id,
         CAST(SUM(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END) AS TEXT) AS amount
       FROM ledger_lines WHERE collective_id = ?
       GROUP BY ledger_account, pool, asset_id, stream, generation_month, counterparty, plan_line_id
       ORDER BY ledger_account, pool, asset_id, stream, generation_month, counterparty, plan_line_id`,
      [collectiveId],
    );
    const names = await readCounterpartyNames(db, collectiveId);
    return openItems(
      rows.map((row) => names.byId(itemOf(row))),
      chart,
    );
  }

  /**
   * What is under way and names accounts by their codes: drafts, and recurring vouchers that go on or are due
   * still. Under another chart the same codes would mean something else.
   */
  async listUnderWay(
    db: EntityManager,
    collectiveId: string,
    last: Month,
  ): Promise<{ readonly drafts: number; readonly recurring: readonly string[] }> {
    const all = await readRecurring(db, collectiveId);
    const due = new Set(dueOf(all, last).map(({ id }) => id));
    const going = all.filter(({ id, toMonth }) => due.has(id) || toMonth === null || toMonth > last);
    const drafts = await readOpenDrafts(db, collectiveId);
    return { drafts: drafts.length, recurring: going.map(({ name }) => name) };
  }

  /** Whether a month takes vouchers: not one that is held or sealed. */
  async findMonthState(db: EntityManager, collectiveId: string, month: Month): Promise<MonthRow['state']> {
    const months = await readMonths(db, collectiveId);
    return months.find((row) => row.month === month)?.state ?? 'open';
  }

  /** Whether anything is booked in a year or after it. */
  async hasEntriesFrom(db: EntityManager, collectiveId: string, year: number): Promise<boolean> {
    const rows = await run<{ id: string }>(
      db,
      'SELECT id FROM ledger_entries WHERE collective_id = ? AND voucher_year >= ? LIMIT 1',
      [collectiveId, year],
    );
    return rows.length > 0;
  }
}

interface ItemColumns {
  readonly ledger_account: string;
  readonly pool: Pool;
  readonly asset_id: string | null;
  readonly stream: Stream | null;
  readonly generation_month: string | null;
  readonly counterparty: string | null;
  readonly plan_line_id: string | null;
  readonly amount: string;
}

function itemOf(row: ItemColumns): OpenItem {
  return {
    ledgerAccount: row.ledger_account,
    pool: row.pool,
    amount: BigInt(row.amount),
    ...(row.asset_id === null ? {} : { assetId: row.asset_id }),
    ...(row.stream === null ? {} : { stream: row.stream }),
    ...(row.generation_month === null ? {} : { generationMonth: row.generation_month }),
    ...(row.counterparty === null ? {} : { counterparty: row.counterparty }),
    ...(row.plan_line_id === null ? {} : { planLineId: row.plan_line_id }),
  };
}
