import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Overpaid } from '../../domain/ledger/pool-lines';
import { AssetReturnsService } from '../assets/asset-returns.service';
import { ConstructionReadService } from '../assets/construction-read.service';
import { CostPaymentsService } from '../deductions/cost-payments.service';
import { IncomeReversalsService } from '../income/income-reversals.service';
import type { PaidTakenBack } from '../../domain/uses/paid-taken-back';
import type { Voucher } from '../ledger/ledger-read.service';
import type { AskedReversal, BookedReversal, PaidReversal } from '../uses/paid-reversals.service';
import { UseReversalsService } from '../uses/use-reversals.service';

/** Whether the fact behind a voucher may go with it, asked of each step on whose facts later ones build. */
@Injectable()
export class ReversibleFactsService {
  constructor(
    private readonly income: IncomeReversalsService,
    private readonly costs: CostPaymentsService,
    private readonly assets: AssetReturnsService,
    private readonly construction: ConstructionReadService,
    private readonly uses: UseReversalsService,
  ) {}

  /**
   * Whether a person may take it back: what came from a joint station's keeper goes back with his slip,
   * or with his cut.
   * @throws DomainError `joint.reversedByKeeper`, `joint.partOfSlip`, `joint.cutByKeeper`, `joint.partOfCut`
   */
  async requireByHand(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    await this.income.requireByHand(tx, collectiveId, voucher);
  }

  /**
   * Of a grant that was paid what was, with why it is taken back all the same.
   * @throws DomainError `income.alreadyReceived`, `subsidy.*`, `deductions.paidAlready`, `assetLife.*`,
   *   `assets.plateTaken`, `construction.*`, `uses.sharePaid`; FormProblems `reversal.ofPaid*`,
   *   `policy.reasonTooShort`, `form.*`
   */
  async requireReversible(
    tx: EntityManager,
    collectiveId: string,
    asked: AskedReversal,
  ): Promise<PaidReversal | undefined> {
    const { voucher } = asked;
    await this.income.requireReversible(tx, collectiveId, voucher);
    await this.costs.requireReversible(tx, collectiveId, voucher);
    await this.assets.requireReversible(tx, collectiveId, voucher);
    await this.construction.requireReversible(tx, collectiveId, voucher);
    return this.uses.requireReversible(tx, collectiveId, asked);
  }

  /** Puts back what stands beside the books and goes with the voucher that was just reversed. */
  async takeBack(
    tx: EntityManager,
    collectiveId: string,
    reversed: BookedReversal & { readonly voucher: Voucher },
  ): Promise<void> {
    await this.assets.takeBack(tx, collectiveId, reversed);
    await this.uses.takeBack(tx, collectiveId, reversed);
  }

  /** What a reversal would leave of what was paid to people; undefined where nothing was. */
  paidLeftBy(
    collectiveId: string,
    asked: Omit<AskedReversal, 'paidWhy'>,
  ): Promise<PaidTakenBack | undefined> {
    return this.uses.leftBy(collectiveId, asked);
  }

  /** What was paid on accounts of grants and is owed to nobody any more. */
  listOverpaid(db: EntityManager, collectiveId: string): Promise<readonly Overpaid[]> {
    return this.uses.listOverpaid(db, collectiveId);
  }

  /** Why a reversal took back what was paid to people; undefined of one that was not asked. */
  findPaidWhy(collectiveId: string, reversalId: string): Promise<PaidReversal | undefined> {
    return this.uses.findWhy(collectiveId, reversalId);
  }
}
