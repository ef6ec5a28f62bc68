import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { crossedIfKnown, crossingsBetween } from '../../domain/ledger/crossing';
import { mirrored, reversalShortages, withReversal } from '../../domain/ledger/reversal-shortage';
import { paidBeyond } from '../../domain/ledger/paid-beyond';
import { balancesAfter } from '../../domain/ledger/pool-balances';
import { statementDayOf } from '../../domain/ledger/statement-day';
import { invariant } from '../../domain/shared/invariant';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { readBooks } from './books-row.store';
import type { Voucher } from './ledger-read.service';
import { LedgerService } from './ledger.service';
import { readMoney, readNow } from './pool-balances.store';
import { readPromised } from './promised-money.store';

/**
 * What the reversal of a voucher leaves short, and what was paid of the debt it takes back: told before it is
 * booked, and after.
 */
@Injectable()
export class ReversalShortageService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
  ) {}

  /** What a reversal of this voucher would leave short, if it were booked on a day. */
  async shortAfter(collectiveId: string, voucher: Voucher, postedOn: CalendarDay): Promise<Problem[]> {
    const settled = await readBooks(this.database.reader, collectiveId);
    invariant(settled !== undefined, 'a voucher stands in books');
    const crossings = await this.ledger.crossingsOf(this.database.reader, collectiveId);
    const crossed = crossingsBetween(crossings, { from: voucher.postedOn, to: postedOn });
    const lines = crossedIfKnown(voucher.postings, crossed);
    // Its lines cannot be told apart behind a change of the chart: it is refused.
    if (lines === undefined) return [];
    const postings = mirrored(lines);
    const statementOn = statementDayOf(voucher, { postedOn, postings, isAnew: false }, settled);
    const reversal = { postings, postedOn, statementOn };
    const { books, balances, chart } = await this.read(collectiveId, reversal);
    return [
      ...reversalShortages(reversal, withReversal(reversal, books, chart), chart),
      ...paidBeyond(postings, balancesAfter(balances, postings), chart),
    ];
  }

  /** What a reversal that is booked has left short, as of now. */
  async shortSince(collectiveId: string, reversal: Voucher): Promise<Problem[]> {
    const { books, balances, chart } = await this.read(collectiveId, reversal);
    return [...reversalShortages(reversal, books, chart), ...paidBeyond(reversal.postings, balances, chart)];
  }

  private async read(collectiveId: string, reversal: Pick<Voucher, 'postedOn' | 'postings'>) {
    const db = this.database.reader;
    const chart = await this.ledger.requireChartOf(db, collectiveId);
    const pools = [...new Set(reversal.postings.map(({ pool }) => pool))];
    const money = await readMoney(db, collectiveId, { day: reversal.postedOn, chart });
    const balances = await readNow(db, collectiveId);
    return { chart, balances, books: { money, promised: await readPromised(db, collectiveId, pools) } };
  }
}
