import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssetReturnsService } from '../assets/asset-returns.service';
import { ConstructionReadService } from '../assets/construction-read.service';
import { SubsidyAdvancesService } from '../income/subsidy-advances.service';
import { KeptCutsService } from '../income/kept-cuts.service';
import { IncomeService } from '../income/income.service';
import type { Voucher } from '../ledger/ledger-read.service';

/** Whether the fact behind a voucher may go with it, asked of each step on whose facts later ones build. */
@Injectable()
export class ReversibleFactsService {
  constructor(
    private readonly income: IncomeService,
    private readonly assets: AssetReturnsService,
    private readonly construction: ConstructionReadService,
    private readonly subsidyAdvances: SubsidyAdvancesService,
    private readonly keptCuts: KeptCutsService,
  ) {}

  /**
   * Whether a person may take it back: what came from a joint station's keeper goes back with his slip,
   * or with his cut.
   * @throws DomainError `joint.reversedByKeeper`, `joint.partOfSlip`, `joint.cutByKeeper`, `joint.partOfCut`
   */
  async requireByHand(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    await this.income.requireByHand(tx, collectiveId, voucher.source);
    await this.keptCuts.requireByHand(tx, collectiveId, voucher);
  }

  /**
   * @throws DomainError `income.alreadyReceived`, `assetLife.*`, `assets.plateTaken`, `construction.*`,
   *   `subsidy.*`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    await this.income.requireUnpaid(tx, collectiveId, voucher.entryId);
    await this.assets.requireReversible(tx, collectiveId, voucher);
    await this.construction.requireReversible(tx, collectiveId, voucher);
    await this.subsidyAdvances.requireReversible(tx, collectiveId, voucher.entryId);
  }
}
