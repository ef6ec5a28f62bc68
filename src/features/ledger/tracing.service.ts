import { Injectable } from '@nestjs/common';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  type EntryTrace,
  type MoneyTrace,
  traceMoney,
  type TracedLine,
  traceOfEntry,
} from '../../domain/ledger/trace-money';
import { BalancesService } from './balances.service';
import { type BookLine, BookLinesService } from './book-lines.service';
import { LedgerReadService } from './ledger-read.service';

/** Later than any voucher. */
const EVER = '2199-12-31';

/** Where the money of one voucher came from and went, by pool. */
export interface VoucherTrace extends EntryTrace {
  readonly pool: Pool;
}

/** Follows the money of a pool from receipts to uses, and of one voucher both ways. */
@Injectable()
export class TracingService {
  constructor(
    private readonly balances: BalancesService,
    private readonly books: LedgerReadService,
    private readonly lines: BookLinesService,
  ) {}

  /** Every fen of a pool, as all the books know it. */
  async tracePool(collectiveId: string, pool: Pool): Promise<MoneyTrace> {
    const upTo = await this.balances.positionKnown(collectiveId);
    const lines = await this.lines.listLines(collectiveId, { to: EVER, by: 'postedOn', upTo, pool });
    return traceMoney(lines.flatMap(tracedLine));
  }

  /** One voucher's money; of the pools it moves. @throws DomainError `ledger.entryUnknown` */
  async traceVoucher(collectiveId: string, entryId: string): Promise<VoucherTrace[]> {
    const { postings } = await this.books.requireEntry(collectiveId, entryId);
    const moved = postings.filter((posting) => posting.poolFlow !== undefined);
    const traces: VoucherTrace[] = [];
    for (const pool of new Set(moved.map((posting) => posting.pool))) {
      traces.push({ pool, ...traceOfEntry(await this.tracePool(collectiveId, pool), entryId) });
    }
    return traces;
  }
}

function tracedLine({ poolFlow, ...line }: BookLine): TracedLine[] {
  return poolFlow === undefined ? [] : [{ ...line, poolFlow }];
}
