import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Voucher } from '../ledger/ledger-read.service';
import { CustodyDuesService } from './custody-dues.service';
import { IncomeService } from './income.service';
import { KeptCutsService } from './kept-cuts.service';
import { SubsidyAdvancesService } from './subsidy-advances.service';

/** Whether what was booked of income may be taken back. */
@Injectable()
export class IncomeReversalsService {
  constructor(
    private readonly income: IncomeService,
    private readonly subsidyAdvances: SubsidyAdvancesService,
    private readonly keptCuts: KeptCutsService,
    private readonly custodyDues: CustodyDuesService,
  ) {}

  /** @throws DomainError `joint.*`: what came from a joint station's keeper goes back with his voucher */
  async requireByHand(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    await this.income.requireByHand(tx, collectiveId, voucher.source);
    await this.keptCuts.requireByHand(tx, collectiveId, voucher);
  }

  /** @throws DomainError `income.alreadyReceived`, `subsidy.*`, `custody.paidOut` */
  async requireReversible(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    const { entryId } = voucher;
    await this.custodyDues.requireReversible(tx, collectiveId, voucher);
    await this.income.requireUnpaid(tx, collectiveId, entryId);
    await this.subsidyAdvances.requireReversible(tx, collectiveId, entryId);
  }
}
