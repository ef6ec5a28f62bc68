import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { POOLS } from '../../domain/ledger/manual-lines';
import { type Settled, settledDebts } from '../../domain/ledger/settled-debts';
import type { TracedLine } from '../../domain/ledger/trace-money';
import type { Fen } from '../../domain/money/fen';
import { invariant } from '../../domain/shared/invariant';
import { Database } from '../../platform/database/database';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from '../../platform/database/statements';
import { type BookLine, BookLinesService } from './book-lines.service';
import { type BooksRow, readManyBooks } from './books-row.store';
import { type ChartEra, eraOn, erasOf, readManyCarried } from './chart-eras';
import { ChartService } from './chart.service';
import { readPaymentNames } from './debt-payments.store';
import { tracedLine } from './tracing.service';

/** A year's sum of the vouchers of an event, of one village and pool. */
export interface EventSum {
  readonly collectiveId: string;
  readonly event: string;
  readonly pool: Pool;
  readonly amount: Fen;
}

/**
 * What the books of many villages say, asked of all of them together: a county has hundreds, and a question
 * for each would never end.
 */
@Injectable()
export class ManyBooksService {
  constructor(
    private readonly database: Database,
    private readonly charts: ChartService,
    private readonly lines: BookLinesService,
  ) {}

  /** From which day on the books of a village hold something; nothing of those that hold nothing. */
  async listBegun(collectiveIds: readonly string[]): Promise<ReadonlyMap<string, CalendarDay>> {
    const books = await readManyBooks(this.database.reader, collectiveIds);
    const begun = [...books].filter(([, { chainLength }]) => chainLength > 0);
    return new Map(begun.map(([id, { openedOn }]) => [id, openedOn]));
  }

  /**
   * What was settled of the debts that these vouchers made, by the id of the voucher, each as its own trace
   * tells it; one that was taken back is not told.
   * @param debts the vouchers by village
   */
  async listSettled(
    debts: ReadonlyMap<string, ReadonlySet<string>>,
  ): Promise<ReadonlyMap<string, readonly Settled[]>> {
    const found = new Map<string, readonly Settled[]>();
    for (const [id, pools] of await this.listTraced([...debts.keys()]))
      for (const traced of pools)
        for (const [entryId, settled] of settledDebts(traced, (entry) => debts.get(id)?.has(entry) ?? false))
          found.set(entryId, settled);
    return found;
  }

  /** The lines of the vouchers that touch what grants are owed on, of each village pool by pool. */
  async listTraced(ids: readonly string[]): Promise<ReadonlyMap<string, readonly (readonly TracedLine[])[]>> {
    const db = this.database.reader;
    const books = await readManyBooks(db, ids);
    const carried = await readManyCarried(db, ids);
    const erasById = new Map([...books].map(([id, row]) => [id, erasOf(carried.get(id) ?? [], row)]));
    const accounts = new Set([...books].flatMap(([id, row]) => this.payables(erasById.get(id) ?? [], row)));
    const lines = await this.lines.linesOfVillages(ids, [...accounts]);
    const paid = await readPaymentNames(db, ids);
    return new Map(
      [...lines].map(([id, own]) => {
        const row = books.get(id);
        const eras = erasById.get(id);
        invariant(row !== undefined && eras !== undefined, 'lines stand in books');
        const traced = POOLS.map((pool) =>
          own
            .filter((line) => line.pool === pool)
            .flatMap((line) => this.traced(line, eras, row))
            .map((line) => paid.named(line)),
        );
        return [id, traced];
      }),
    );
  }

  /** The vouchers of these villages that were taken back. */
  async listReversed(collectiveIds: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const ids of inGroups(collectiveIds)) {
      const rows = await run<{ id: string }>(
        this.database.reader,
        `SELECT reverses_id AS id FROM ledger_entries
         WHERE collective_id IN (${placeholders(ids)}) AND reverses_id IS NOT NULL`,
        ids,
      );
      for (const { id } of rows) found.add(id);
    }
    return found;
  }

  /** What the vouchers of these events that stand debited on the days of a year, by village and pool. */
  async listEventSums(
    collectiveIds: readonly string[],
    events: readonly string[],
    year: number,
  ): Promise<EventSum[]> {
    const found: EventSum[] = [];
    for (const ids of inGroups(collectiveIds)) {
      const rows = await run<{ collective_id: string; event: string; pool: Pool; amount: string }>(
        this.database.reader,
        `SELECT e.collective_id, e.event, l.pool, CAST(SUM(l.amount_fen) AS TEXT) AS amount
         FROM ledger_entries e CROSS JOIN ledger_lines l
         WHERE e.collective_id IN (${placeholders(ids)}) AND l.collective_id = e.collective_id
           AND l.entry_id = e.id AND l.side = 'debit' AND e.event IN (${placeholders(events)})
           AND e.posted_on BETWEEN ? AND ? AND e.reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM ledger_entries r
             WHERE r.collective_id = e.collective_id AND r.reverses_id = e.id)
         GROUP BY e.collective_id, e.event, l.pool`,
        [...ids, ...events, `${String(year)}-01-01`, `${String(year)}-12-31`],
      );
      for (const { collective_id: collectiveId, amount, ...row } of rows)
        found.push({ collectiveId, ...row, amount: BigInt(amount) });
    }
    return found;
  }

  /** What each holder of shares was paid of dividends, by day, of payments that stand. */
  async listSharesPaid(
    collectiveId: string,
  ): Promise<{ readonly holderId: string; readonly on: CalendarDay; readonly amount: Fen }[]> {
    const rows = await run<{ holder: string; posted_on: string; amount: string }>(
      this.database.reader,
      `SELECT l.counterparty AS holder, e.posted_on, CAST(SUM(l.amount_fen) AS TEXT) AS amount
       FROM ledger_entries e CROSS JOIN ledger_lines l
       WHERE e.collective_id = ? AND l.collective_id = e.collective_id
         AND l.entry_id = e.id AND l.side = 'debit' AND e.event = 'uses.sharesPaid'
         AND l.counterparty IS NOT NULL AND e.reverses_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM ledger_entries r
           WHERE r.collective_id = e.collective_id AND r.reverses_id = e.id)
       GROUP BY l.counterparty, e.posted_on`,
      [collectiveId],
    );
    return rows.map(({ holder: holderId, posted_on: on, amount }) => {
      return { holderId, on, amount: BigInt(amount) };
    });
  }

  /** The accounts on which grants are owed, under every chart the books were kept by. */
  private payables(eras: readonly ChartEra[], { regionPath }: BooksRow): string[] {
    return eras.flatMap(({ chart }) => {
      const { payable, labourPayable } = this.charts.requireChart(chart, regionPath).roles;
      return [payable, labourPayable];
    });
  }

  private traced(line: BookLine, eras: readonly ChartEra[], { regionPath }: BooksRow) {
    const era = eraOn(eras, line.postedOn);
    invariant(era !== undefined, 'every day lies in an era of the chart');
    return tracedLine(line, this.charts.requireChart(era.chart, regionPath));
  }
}
