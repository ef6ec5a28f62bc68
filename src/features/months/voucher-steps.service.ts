import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Overpaid } from '../../domain/ledger/pool-lines';
import { poolsOwing } from '../../domain/payouts/listed-parts';
import type { Problem } from '../../domain/shared/problem';
import { paidBackText, paidLeftText } from '../../glossary/owed-words';
import type { Command } from '../../platform/audit/command';
import { CollectivesService } from '../collectives/collectives.service';
import { AssetVouchersService } from '../assets/asset-vouchers.service';
import type { Voucher } from '../ledger/ledger-read.service';
import type { BookedEntry } from '../ledger/ledger.service';
import {
  type BookedLines,
  type NameableDebt,
  VoucherDesk,
  type WrittenLines,
} from '../ledger/voucher-desk.service';
import { PaymentsByHandService } from '../payouts/payments-by-hand.service';
import { ReversedBooksService } from './reversed-books.service';
import { type ReversalForm, ReversingService } from './reversing.service';

/**
 * The steps as the pages of vouchers need them: names of assets, and the taking back of a fact with its
 * voucher.
 */
@Injectable()
export class VoucherStepsService extends VoucherDesk {
  constructor(
    private readonly assets: AssetVouchersService,
    private readonly reversing: ReversingService,
    private readonly collectives: CollectivesService,
    private readonly others: ReversedBooksService,
    private readonly payments: PaymentsByHandService,
  ) {
    super();
  }

  override listNames(collectiveId: string, db?: EntityManager): Promise<ReadonlyMap<string, string>> {
    return this.assets.listNames(collectiveId, db);
  }

  override countPapers(
    collectiveId: string,
    entryIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    return this.assets.countPapers(collectiveId, entryIds);
  }

  override async handProblems(
    db: EntityManager,
    collectiveId: string,
    written: WrittenLines,
  ): Promise<Problem[]> {
    return [
      ...(await this.assets.handProblems(db, collectiveId, written)),
      ...(await this.heldProblems(db, collectiveId, written)),
    ];
  }

  override heldProblems(db: EntityManager, collectiveId: string, written: WrittenLines): Promise<Problem[]> {
    return this.payments.problemsOf(db, collectiveId, written);
  }

  override requireStands(
    tx: EntityManager,
    collectiveId: string,
    { postings, chart, from }: BookedLines,
  ): Promise<void> {
    const pools = poolsOwing(postings, chart);
    return this.payments.requireStands(tx, collectiveId, { from, pools, field: 'lines' });
  }

  override listNameable(collectiveId: string, entryIds: readonly string[]): Promise<readonly NameableDebt[]> {
    return this.payments.listNameable(collectiveId, entryIds);
  }

  override keepNamed(
    tx: EntityManager,
    collectiveId: string,
    booked: { readonly entryId: string; readonly written: WrittenLines },
  ): Promise<void> {
    return this.payments.keepNamed(tx, collectiveId, booked);
  }

  override async sheetHeadOf(collectiveId: string): Promise<{ collective: string; specimen: boolean }> {
    const { organisationName, madeUp } = await this.collectives.requireCollective(collectiveId);
    return { collective: organisationName, specimen: madeUp !== 0 };
  }

  override async reverseVoucher(
    collectiveId: string,
    form: ReversalForm,
    command: Command,
  ): Promise<BookedEntry> {
    const books = await this.others.booksOf(collectiveId, form.entryId);
    const booked = await this.reversing.reverseVoucher(books, form, command);
    await this.others.takeBack(collectiveId);
    return booked;
  }

  override listOverpaid(db: EntityManager, collectiveId: string): Promise<readonly Overpaid[]> {
    return this.reversing.listOverpaid(db, collectiveId);
  }

  override async paidLeftBy(
    collectiveId: string,
    voucher: Voucher,
    postedOn: CalendarDay,
  ): Promise<string | undefined> {
    const left = await this.reversing.paidLeftBy(collectiveId, voucher, postedOn);
    return left === undefined ? undefined : paidLeftText(left);
  }

  override async paidWhyOf(collectiveId: string, reversalId: string): Promise<string | undefined> {
    const found = await this.reversing.findPaidWhy(collectiveId, reversalId);
    return found === undefined ? undefined : paidBackText(found);
  }
}
