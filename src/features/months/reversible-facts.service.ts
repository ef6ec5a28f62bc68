import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssetReturnsService } from '../assets/asset-returns.service';
import { ConstructionReadService } from '../assets/construction-read.service';
import { CostPaymentsService } from '../deductions/cost-payments.service';
import { IncomeReversalsService } from '../income/income-reversals.service';
import type { Voucher } from '../ledger/ledger-read.service';
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
   * @throws DomainError `income.alreadyReceived`, `subsidy.*`, `deductions.paidAlready`, `assetLife.*`,
   *   `assets.plateTaken`, `construction.*`, `uses.sharePaid`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    await this.income.requireReversible(tx, collectiveId, voucher);
    await this.costs.requireReversible(tx, collectiveId, voucher);
    await this.assets.requireReversible(tx, collectiveId, voucher);
    await this.construction.requireReversible(tx, collectiveId, voucher);
    await this.uses.requireReversible(tx, collectiveId, voucher);
  }

  /** Puts back what stands beside the books and goes with the voucher that was just reversed. */
  async takeBack(
    tx: EntityManager,
    collectiveId: string,
    reversed: { readonly voucher: Voucher; readonly by: string },
  ): Promise<void> {
    await this.assets.takeBack(tx, collectiveId, reversed);
    await this.uses.takeBack(tx, collectiveId, reversed);
  }
}
