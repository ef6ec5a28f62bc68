import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import type { Posting } from '../../domain/ledger/journal-entry';
import type { Overpaid } from '../../domain/ledger/pool-lines';
import type { Problem } from '../../domain/shared/problem';
import { paidBackText, paidLeftText } from '../../glossary/owed-words';
import type { Command } from '../../platform/audit/command';
import { CollectivesService } from '../collectives/collectives.service';
import { AssetVouchersService } from '../assets/asset-vouchers.service';
import { KeptCostsService } from '../deductions/kept-costs.service';
import type { Voucher } from '../ledger/ledger-read.service';
import type { BookedEntry } from '../ledger/ledger.service';
import { VoucherDesk } from '../ledger/voucher-desk.service';
import { JointReversalsService } from './joint-reversals.service';
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
    private readonly joint: JointReversalsService,
    private readonly keptCosts: KeptCostsService,
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

  override handProblems(
    db: EntityManager,
    collectiveId: string,
    written: { readonly postings: readonly Posting[]; readonly chart: Chart },
  ): Promise<Problem[]> {
    return this.assets.handProblems(db, collectiveId, written);
  }

  override async sheetHeadOf(collectiveId: string): Promise<{ collective: string; specimen: boolean }> {
    const { organisationName, madeUp } = await this.collectives.requireCollective(collectiveId);
    return { collective: organisationName, specimen: madeUp !== 0 };
  }

  /**
   * A keeper's slip or cost stands in his owners' books, too: they are locked with his own, so that what they
   * are asked holds until the reversal does, and nobody takes or receives it meanwhile.
   */
  override async reverseVoucher(
    collectiveId: string,
    form: ReversalForm,
    command: Command,
  ): Promise<BookedEntry> {
    const { entryId } = form;
    const owners = await this.joint.listOwnerIds(collectiveId, entryId);
    const bearers = await this.keptCosts.listBearerIds(collectiveId, entryId);
    const books = {
      collectiveId,
      lockedInOrder: await this.collectives.inLockingOrder([collectiveId, ...owners, ...bearers]),
      requireReturnable: async (tx: EntityManager): Promise<void> => {
        await this.joint.requireReturnable(tx, collectiveId, entryId);
        await this.keptCosts.requireReturnable(tx, collectiveId, entryId);
      },
    };
    const booked = await this.reversing.reverseVoucher(books, form, command);
    await this.joint.takeBack(collectiveId);
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
