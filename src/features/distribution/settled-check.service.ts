import { Injectable } from '@nestjs/common';
import { checkSettled } from '../../domain/distribution/check-settled';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { SurplusService } from '../surplus/surplus.service';
import { PlanEntity } from './plan.entity';

/** The pass over settled periods: they are those of the approved plans, and so is the day they reach. */
@Injectable()
export class SettledCheckService extends StepCheck {
  override readonly pass = 'settled';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly surplus: SurplusService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // Approving a plan books nothing.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const plans = await db.findBy(PlanEntity, { collectiveId, state: 'approved' });
    const approved = plans.map(({ id: planId, pool, periodFrom, periodTo, figures }) => ({
      ...{ planId, pool, periodFrom, periodTo },
      planned: BigInt(figures.planned),
    }));
    const settled = await this.surplus.listEverySettled(collectiveId, db);
    const { settledTo } = await this.ledger.requireRow(db, collectiveId);
    checkSettled({ approved, settled, settledTo }, findings);
  }
}
