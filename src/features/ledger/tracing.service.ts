import { Injectable } from '@nestjs/common';
import { CHART_CHANGE } from '../../domain/ledger/chart-mapping';
import { type Chart, isPoolMoney, mainCodeOf } from '../../domain/ledger/chart';
import { claimsIn } from '../../domain/ledger/pool-lines';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  type MoneyStrand,
  strandsOfEntry,
  type TracedLine,
  traceMoney,
} from '../../domain/ledger/trace-money';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { Database } from '../../platform/database/database';
import { type BookLine, BookLinesService } from './book-lines.service';
import { eraOn, readEras } from './chart-eras';
import { ChartService } from './chart.service';
import { readCounterpartyNames } from './counterparties.store';
import { readPaymentNames } from './debt-payments.store';
import { LedgerReadService } from './ledger-read.service';
import { readBooks } from './books-row.store';

/** Later than any voucher. */
const EVER = '2199-12-31';

/** Where the money of one voucher came from, what it was used for and how it was paid, in one pool. */
export interface VoucherTrace {
  readonly pool: Pool;
  readonly strands: readonly MoneyStrand[];
}

/** Follows the money of a pool from receipts over uses to payments, and of one voucher both ways. */
@Injectable()
export class TracingService {
  constructor(
    private readonly database: Database,
    private readonly charts: ChartService,
    private readonly books: LedgerReadService,
    private readonly lines: BookLinesService,
  ) {}

  /** Every fen of a pool, as all the books know it. @throws DomainError `collective.unknown` */
  async tracePool(collectiveId: string, pool: Pool): Promise<MoneyStrand[]> {
    return traceMoney(await this.listLines(collectiveId, pool));
  }

  /** The lines by which it is traced, in the order of the books. @throws DomainError `collective.unknown` */
  async listLines(collectiveId: string, pool: Pool): Promise<TracedLine[]> {
    const { reader } = this.database;
    const books = await readBooks(reader, collectiveId);
    if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
    const eras = await readEras(reader, collectiveId, books);
    const wish = { to: EVER, by: 'postedOn', upTo: books.chainLength, pool } as const;
    const lines = await this.lines.listLines(collectiveId, wish);
    const names = await readCounterpartyNames(reader, collectiveId);
    const paid = await readPaymentNames(reader, [collectiveId]);
    return lines.flatMap((line) => {
      const era = eraOn(eras, line.postedOn);
      invariant(era !== undefined, 'every day lies in an era of the chart');
      const chart = this.charts.requireChart(era.chart, books.regionPath);
      return tracedLine(names.byId(line), chart).map((each) => paid.named(each));
    });
  }

  /** One voucher's money, in each pool it moves. @throws DomainError `ledger.entryUnknown` */
  async traceVoucher(collectiveId: string, entryId: string): Promise<VoucherTrace[]> {
    const { postings } = await this.books.requireEntry(collectiveId, entryId);
    const traces: VoucherTrace[] = [];
    for (const pool of new Set(postings.map((posting) => posting.pool))) {
      const strands = strandsOfEntry(await this.tracePool(collectiveId, pool), entryId);
      if (strands.length > 0) traces.push({ pool, strands });
    }
    return traces;
  }
}

/** A line as it is traced; one that is neither a pool's money nor moves it is left out. */
export function tracedLine({ sourceKind, ...line }: BookLine, chart: Chart): TracedLine[] {
  const { cash, bank, payable, labourPayable } = chart.roles;
  const isCash = [cash, bank].includes(mainCodeOf(line.ledgerAccount));
  const isMoney = isPoolMoney(line, chart);
  if (!isMoney && line.poolFlow === undefined) return [];
  return [
    {
      ...line,
      ...(isMoney ? { money: isCash ? ('cash' as const) : ('dealing' as const) } : {}),
      ...([payable, labourPayable].includes(mainCodeOf(line.ledgerAccount))
        ? { isPayable: true as const }
        : {}),
      ...(claimsIn({ lines: [line], chart }).length > 0 ? { isClaim: true as const } : {}),
      // Both vouchers of a change of the chart count on the day it holds from.
      ...(sourceKind === CHART_CHANGE ? { carriedBy: line.statementOn } : {}),
    },
  ];
}
