import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Posting } from '../../domain/ledger/journal-entry';
import { REVERSAL_REASONS } from '../../domain/ledger/reversal';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { localTime } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import { ChartService } from './chart.service';
import { LedgerReadService, type Voucher } from './ledger-read.service';
import { VoucherDesk } from './voucher-desk.service';
import type { VoucherLine, VoucherPageProps } from './voucher.pages';

/** One voucher of a village. */
export interface VoucherPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** The page of one voucher: its lines in words, its place in the chain, what took it back. */
@Injectable()
export class VoucherViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly books: LedgerReadService,
    private readonly charts: ChartService,
    private readonly steps: VoucherDesk,
    private readonly users: UsersService,
  ) {}

  /**
   * @param given the day a reversal is filled with, and the reversal as it came back
   * @throws DomainError `ledger.entryUnknown`
   */
  async pageOf(
    visit: PageVisit,
    at: VoucherPlace,
    given: { readonly today: CalendarDay; readonly refused?: FormState },
  ): Promise<VoucherPageProps> {
    const voucher = await this.books.requireEntry(at.collectiveId, at.id);
    const names = await this.steps.listNames(at.collectiveId);
    const frame = await this.desk.frameOf(visit, { collectiveId: at.collectiveId, section: 'vouchers' });
    const form = given.refused ?? filledForm({ postedOn: given.today });
    const mayReverse = keepsBooksOf(visit.actor, at.collectiveId) && isReversible(voucher);
    return {
      frame,
      collective: frame.place,
      number: voucherNumberText(voucher.voucherNumber),
      postedOn: voucher.postedOn,
      aboutPeriod: voucher.aboutPeriod,
      bookedAt: localTime(voucher.bookedAt),
      bookedBy: await this.personOf(voucher.preparedBy),
      lines: voucher.postings.map((posting) => this.lineOf(voucher, posting, names)),
      source: labelOf(`source.${voucher.source.kind}`),
      chainPosition: voucher.chainPosition,
      chainDigest: voucher.hash,
      reversedBy: await this.linkOf(at.collectiveId, voucher.reversedById),
      reverses: await this.reversedLink(at.collectiveId, voucher),
      ...(mayReverse ? { reversing: reversingOf(at, form) } : {}),
    };
  }

  private lineOf(voucher: Voucher, posting: Posting, names: ReadonlyMap<string, string>): VoucherLine {
    const account = this.charts.requireChart(voucher.chart).accounts.get(posting.ledgerAccount);
    const { side, amount, ledgerAccount } = posting;
    return {
      summary: widePunctuation(voucher.summary),
      accountCode: ledgerAccount,
      accountName: account?.name ?? ledgerAccount,
      dimensions: dimensionsOf(posting, names),
      debit: side === 'debit' ? amount : 0n,
      credit: side === 'credit' ? amount : 0n,
    };
  }

  /** The name of who booked; books loaded by the program itself have none. */
  private async personOf(userId: string): Promise<string> {
    const users = await this.users.listUsers();
    return users.find((user) => user.userId === userId)?.displayName ?? labelOf('person.program');
  }

  private async linkOf(
    collectiveId: string,
    entryId: string | undefined,
  ): Promise<{ number: string; href: string } | undefined> {
    if (entryId === undefined) return undefined;
    const { voucherNumber } = await this.books.requireEntry(collectiveId, entryId);
    return { number: voucherNumberText(voucherNumber), href: villagePaths(collectiveId).voucher(entryId) };
  }

  private async reversedLink(collectiveId: string, voucher: Voucher): Promise<VoucherPageProps['reverses']> {
    const link = await this.linkOf(collectiveId, voucher.reversesId);
    return link === undefined
      ? undefined
      : { ...link, reason: labelOf(`reversalReason.${voucher.reason ?? ''}`) };
  }
}

function isReversible(voucher: Voucher): boolean {
  const { reversesId, reversedById, source } = voucher;
  return reversesId === undefined && reversedById === undefined && source.kind !== 'opening';
}

function reversingOf(at: VoucherPlace, form: FormState): VoucherPageProps['reversing'] {
  return {
    action: `${villagePaths(at.collectiveId).voucher(at.id)}/reverse`,
    form,
    reasons: REVERSAL_REASONS.map((value) => ({ value, label: labelOf(`reversalReason.${value}`) })),
  };
}

/** What a line is about, each as a word; whom the grid is, is a word, too. */
function dimensionsOf(posting: Posting, names: ReadonlyMap<string, string>): string[] {
  const { pool, assetId, stream, generationMonth, counterparty } = posting;
  return [
    labelOf(`pool.${pool}`),
    assetId === undefined ? undefined : (names.get(assetId) ?? assetId),
    stream === undefined ? undefined : labelOf(`stream.${stream}`),
    generationMonth,
    counterparty === 'grid' ? labelOf('counterparty.grid') : counterparty,
  ].filter((word) => word !== undefined);
}
