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
import { LedgerReadService, type Voucher } from './ledger-read.service';
import type { TrialBalancePageProps, VoucherListPageProps, VoucherRow } from './ledger.pages';

/** Whose books, and of which months; this month where none is named. */
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

  /** The vouchers of the months, latest first, with links to the month before and after. */
  async vouchersPage(visit: PageVisit, asked: BooksAsked): Promise<VoucherListPageProps> {
    const { collectiveId } = asked;
    const last = asked.last ?? monthOf(this.clock.today());
    const first = asked.first ?? last;
    const vouchers = await this.books.listVouchers(collectiveId, { first, last });
    const { openedOn } = await this.books.requireChain(collectiveId);
    const list = (month: Month): string =>
      withQuery(villagePaths(collectiveId).vouchers, { from: month, to: month });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      from: firstDayOf(first),
      through: lastDayOf(last),
      vouchers: vouchers.reverse().map((voucher) => voucherRow(collectiveId, voucher)),
      ...(last < monthOf(this.clock.today()) ? { newerHref: list(addMonths(last, 1)) } : {}),
      ...(first > monthOf(openedOn) ? { olderHref: list(addMonths(first, -1)) } : {}),
    };
  }

  /** The trial balance of the months; from January of the year where none are named. */
  async trialBalancePage(visit: PageVisit, asked: BooksAsked): Promise<TrialBalancePageProps> {
    const { collectiveId } = asked;
    const last = asked.last ?? monthOf(this.clock.today());
    const first = asked.first ?? `${String(yearOf(last))}-01`;
    const balance = await this.books.trialBalance(collectiveId, { first, last });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'trialBalance' }),
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
    ...(aboutPeriod === monthOf(voucher.postedOn) ? {} : { aboutPeriod }),
    summary: voucher.summary,
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
