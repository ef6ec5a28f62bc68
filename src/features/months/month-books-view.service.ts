import { Injectable } from '@nestjs/common';
import { type Month, monthOf } from '../../domain/calendar/calendar-day';
import { voucherTotal } from '../../domain/ledger/journal-entry';
import type { MonthRow } from '../../domain/ledger/month-states';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { planName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { StationLinksService } from '../assets/station-links.service';
import { MovedSheetsService } from '../distribution/moved-sheets.service';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import type { MonthMoved } from './month-moved.pages';
import type { MonthEntry, MonthVoucher } from './month.pages';

/** What the books have of a month: its state, its vouchers, and which decided plans those put right. */
@Injectable()
export class MonthBooksViewService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly moved: MovedSheetsService,
    private readonly stations: StationLinksService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `months.unknown` before the books and after the present month */
  async stateOf(collectiveId: string, month: Month): Promise<MonthRow['state']> {
    const known = (await this.books.listMonths(collectiveId)).find((row) => row.month === month);
    if (known !== undefined) return known.state;
    const { openedOn } = await this.books.requireChain(collectiveId);
    if (month < monthOf(openedOn) || month > monthOf(this.clock.today())) {
      throw new DomainError('months.unknown', { month });
    }
    return 'open';
  }

  /**
   * What may be entered in a month: a slip only where a station's slips are entered here, its three accounts
   * only where there is a station at all, whoever keeps it.
   */
  async listEntries(collectiveId: string, month: Month): Promise<MonthEntry[]> {
    const paths = villagePaths(collectiveId);
    const own = await this.stations.listOwnSlips(collectiveId);
    const linked = await this.stations.listLinkedIds(collectiveId);
    const receipt = { kind: 'receipt', href: paths.entry('receipts', { month }) } as const;
    const rent = { kind: 'rent', href: paths.entry('income', { month }) } as const;
    const cost = { kind: 'deduction', href: paths.entry('deductions', { month }) } as const;
    if (own.length + linked.size === 0) return [rent, receipt, cost];
    return [
      ...(own.length === 0
        ? []
        : [{ kind: 'settlement', href: paths.entry('settlements') } satisfies MonthEntry]),
      ...[receipt, rent, cost],
      { kind: 'reconciliation', href: paths.reconciliation },
    ];
  }

  /** Whether the books have no voucher at all. */
  async isEmpty(collectiveId: string): Promise<boolean> {
    return (await this.books.requireChain(collectiveId)).length === 0;
  }

  async listVouchers(collectiveId: string, month: Month): Promise<MonthVoucher[]> {
    const vouchers = await this.books.listVouchers(collectiveId, { first: month, last: month });
    return vouchers.map((voucher) => monthVoucher(collectiveId, voucher));
  }

  /** The decided plans that vouchers of the month put right, each with those vouchers. */
  async listMoved(collectiveId: string, month: Month): Promise<MonthMoved[]> {
    const paths = villagePaths(collectiveId);
    const sheets = await this.moved.listMoved(collectiveId);
    return sheets.flatMap(({ plan, moved }) => {
      const ofMonth = [...moved.within, ...moved.later].filter(({ of }) => monthOf(of.postedOn) === month);
      if (ofMonth.length === 0) return [];
      const period = { from: plan.periodFrom, to: plan.periodTo };
      return [
        {
          plan: planName(period, labelOf(`pool.${plan.pool}`)),
          href: paths.plan(plan.id),
          vouchers: ofMonth.map(({ of }) => voucherNumberText(of.voucherNumber)),
          effect: sumFen(ofMonth.map(({ effect }) => effect)),
        },
      ];
    });
  }
}

/** A voucher as the month's lists show it. */
export function monthVoucher(collectiveId: string, voucher: Voucher): MonthVoucher {
  return {
    number: voucherNumberText(voucher.voucherNumber),
    href: villagePaths(collectiveId).voucher(voucher.entryId),
    postedOn: voucher.postedOn,
    summary: widePunctuation(voucher.summary),
    amount: voucherTotal(voucher.postings),
    ...(voucher.reversesId === undefined ? {} : { reversal: 'reversal' as const }),
    ...(voucher.reversedById === undefined ? {} : { reversal: 'reversed' as const }),
  };
}
