import { Injectable } from '@nestjs/common';
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  yearOf,
} from '../../domain/calendar/calendar-day';
import { voucherTotal } from '../../domain/ledger/journal-entry';
import type { TrialBalanceRow } from '../../domain/ledger/trial-balance';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { LedgerReadService, type Voucher } from './ledger-read.service';
import type { TrialBalancePageProps, VoucherListPageProps, VoucherRow } from './ledger.pages';

/** Whose books, and of which months; where none is named, the page chooses. */
export interface BooksAsked {
  readonly collectiveId: string;
  readonly first: Month | undefined;
  readonly last: Month | undefined;
}

/** The pages that show the books as a whole: the list of vouchers, the trial balance. */
@Injectable()
export class BooksViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
  ) {}

  /**
   * The vouchers of the months, latest first, with links to the month before and after. Where none is named,
   * those of the first open month that has any.
   */
  async vouchersPage(visit: PageVisit, asked: BooksAsked): Promise<VoucherListPageProps> {
    const { collectiveId } = asked;
    const last = asked.last ?? asked.first ?? (await this.monthWithVouchers(collectiveId));
    const first = asked.first ?? last;
    const vouchers = await this.books.listVouchers(collectiveId, { first, last });
    const { openedOn } = await this.books.requireChain(collectiveId);
    const turn = (month: Month): VoucherListPageProps['newer'] => ({
      month,
      href: withQuery(villagePaths(collectiveId).vouchers, { from: month, to: month }),
    });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      from: firstDayOf(first),
      through: lastDayOf(last),
      vouchers: vouchers.reverse().map((voucher) => voucherRow(collectiveId, voucher)),
      ...(last < monthOf(this.clock.today()) ? { newer: turn(addMonths(last, 1)) } : {}),
      ...(first > monthOf(openedOn) ? { older: turn(addMonths(first, -1)) } : {}),
    };
  }

  /** The first open month with vouchers, else the last held one, else this month. */
  private async monthWithVouchers(collectiveId: string): Promise<Month> {
    const months = await this.books.listMonths(collectiveId);
    for (const { month } of months.filter((row) => row.state === 'open')) {
      const vouchers = await this.books.listVouchers(collectiveId, { first: month, last: month });
      if (vouchers.length > 0) return month;
    }
    const held = months.filter((row) => row.state === 'held').at(-1);
    return held?.month ?? monthOf(this.clock.today());
  }

  /** The trial balance of the months; from January of the year where none are named. */
  async trialBalancePage(visit: PageVisit, asked: BooksAsked): Promise<TrialBalancePageProps> {
    const { collectiveId } = asked;
    const last = asked.last ?? monthOf(this.clock.today());
    const first = asked.first ?? `${String(yearOf(last))}-01`;
    const balance = await this.books.trialBalance(collectiveId, { first, last });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      from: firstDayOf(first),
      through: lastDayOf(last),
      chart: labelOf('chart.2023'),
      rows: balance.rows.map(balanceRow),
    };
  }
}

function voucherRow(collectiveId: string, voucher: Voucher): VoucherRow {
  const { aboutPeriod, reversesId, reversedById } = voucher;
  const reversal =
    reversesId !== undefined ? 'reversal' : reversedById !== undefined ? 'reversed' : undefined;
  return {
    number: voucherNumberText(voucher.voucherNumber),
    href: villagePaths(collectiveId).voucher(voucher.entryId),
    postedOn: voucher.postedOn,
    aboutPeriod,
    summary: widePunctuation(voucher.summary),
    amount: voucherTotal(voucher.postings),
    reversal,
  };
}

/** A signed balance stands on one side. */
function balanceRow({
  account,
  opening,
  debit,
  credit,
  closing,
}: TrialBalanceRow): TrialBalancePageProps['rows'][number] {
  return {
    code: account.code,
    name: account.name,
    openingDebit: opening > 0n ? opening : 0n,
    openingCredit: opening < 0n ? -opening : 0n,
    debit,
    credit,
    closingDebit: closing > 0n ? closing : 0n,
    closingCredit: closing < 0n ? -closing : 0n,
  };
}
