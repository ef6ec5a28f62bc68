import { Injectable } from '@nestjs/common';
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { labelOf } from '../../glossary/terms';
import { remarks } from '../../glossary/voucher-remarks';
import { checksOthers } from '../../platform/http/actor';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { papersPaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { LedgerReadService } from './ledger-read.service';
import { RecurringVouchersService } from './recurring-vouchers.service';
import { VoucherDraftsService } from './voucher-drafts.service';
import type { VoucherListPageProps, VoucherRow } from './voucher-list.pages';
import { type ListedVoucher, VoucherListService, VOUCHERS_PER_PAGE } from './voucher-list.service';

/** What the address of the list asks for. */
export interface ListAsked {
  readonly collectiveId: string;
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
  readonly account?: string | undefined;
  readonly text?: string | undefined;
  readonly unsigned?: string | undefined;
  readonly page?: string | undefined;
  /** The current month. */
  readonly thisMonth: Month;
  readonly refused?: FormState | undefined;
}

/** The list of vouchers, narrowed by month, account, text or what is not reviewed. */
@Injectable()
export class VoucherListViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly books: LedgerReadService,
    private readonly list: VoucherListService,
    private readonly drafts: VoucherDraftsService,
    private readonly recurring: RecurringVouchersService,
  ) {}

  /** Where no month is named, the first open one that has vouchers. */
  async pageOf(visit: PageVisit, asked: ListAsked): Promise<VoucherListPageProps> {
    const { collectiveId, account, text, refused } = asked;
    const last = asked.to ?? asked.from ?? (await this.monthWithVouchers(asked));
    const first = asked.from ?? last;
    const unreviewed = asked.unsigned === '1';
    const page = Number(asked.page ?? 1);
    const found = await this.list.findVouchers(
      collectiveId,
      { first, last, account, text, unreviewed },
      page,
    );
    const path = villagePaths(collectiveId).vouchers;
    const query = { from: first, to: last, account, text, unsigned: unreviewed ? '1' : undefined };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      from: firstDayOf(first),
      through: lastDayOf(last),
      vouchers: found.items.map((voucher) => voucherRow(collectiveId, voucher)),
      count: found.count,
      total: found.total,
      pages: pagesOf(found.count).map((each) => ({
        page: each,
        href: withQuery(path, { ...query, page: String(each) }),
        current: each === page,
      })),
      filter: {
        action: path,
        from: first,
        to: last,
        account: account ?? '',
        text: text ?? '',
        unsigned: unreviewed,
      },
      form: refused,
      links: await this.linksFor(visit, asked),
      printHref: withQuery(`${path}/print.pdf`, { from: first, to: last }),
      reviewing: first === last ? await this.reviewingOf(visit, collectiveId, first) : undefined,
      ...(await this.turnsOf(asked, { first, last })),
    };
  }

  private async turnsOf(
    { collectiveId, thisMonth }: ListAsked,
    { first, last }: { first: Month; last: Month },
  ): Promise<Pick<VoucherListPageProps, 'older' | 'newer'>> {
    const { openedOn } = await this.books.requireChain(collectiveId);
    const turn = (month: Month) => ({
      month,
      href: withQuery(villagePaths(collectiveId).vouchers, { from: month, to: month }),
    });
    return {
      ...(last < thisMonth ? { newer: turn(addMonths(last, 1)) } : {}),
      ...(first > monthOf(openedOn) ? { older: turn(addMonths(first, -1)) } : {}),
    };
  }

  private async linksFor(visit: PageVisit, asked: ListAsked): Promise<VoucherListPageProps['links']> {
    const { collectiveId, thisMonth } = asked;
    const paths = villagePaths(collectiveId);
    // Drafts and what recurs are the bookkeeper's and the township's; a cashier signs what is booked.
    if (visit.actor.roles.some(({ role }) => role === 'cashier')) return [];
    const drafts = await this.drafts.listDrafts(collectiveId);
    const due = await this.recurring.listDue(collectiveId, thisMonth);
    const writing = { label: remarks.newVoucher, href: paths.newVoucher };
    return [
      ...(keepsBooksOf(visit.actor, collectiveId) ? [writing] : []),
      { label: remarks.drafts(drafts.length), href: paths.voucherDrafts },
      { label: remarks.recurring(due.length), href: paths.recurringVouchers },
      { label: remarks.counterparties, href: paths.counterparties },
      { label: labelOf('page.villagePapers'), href: papersPaths.village(collectiveId) },
    ];
  }

  private async reviewingOf(
    visit: PageVisit,
    collectiveId: string,
    month: Month,
  ): Promise<VoucherListPageProps['reviewing']> {
    if (!checksOthers(visit.actor.roles)) return undefined;
    const months = { first: month, last: month };
    const { count } = await this.list.findVouchers(collectiveId, { ...months, unreviewed: true });
    const action = `${villagePaths(collectiveId).vouchers}/review-month`;
    return count === 0 ? undefined : { action, month, count };
  }

  /** The first open month with vouchers, else the last held one, else this month. */
  private async monthWithVouchers({ collectiveId, thisMonth }: ListAsked): Promise<Month> {
    const months = await this.books.listMonths(collectiveId);
    for (const { month } of months.filter((row) => row.state === 'open')) {
      const { count } = await this.list.findVouchers(collectiveId, { first: month, last: month });
      if (count > 0) return month;
    }
    return months.filter((row) => row.state !== 'open').at(-1)?.month ?? thisMonth;
  }
}

function pagesOf(count: number): number[] {
  return Array.from({ length: Math.ceil(count / VOUCHERS_PER_PAGE) }, (_, index) => index + 1);
}

function voucherRow(collectiveId: string, voucher: ListedVoucher): VoucherRow {
  const { isReversal, isReversed } = voucher;
  return {
    number: voucherNumberText(voucher.voucherNumber),
    href: villagePaths(collectiveId).voucher(voucher.entryId),
    postedOn: voucher.postedOn,
    aboutPeriod: voucher.aboutPeriod,
    summary: widePunctuation(voucher.summary),
    amount: voucher.amount,
    reversal: isReversal ? 'reversal' : isReversed ? 'reversed' : undefined,
    reviewed: voucher.isReviewed,
  };
}
