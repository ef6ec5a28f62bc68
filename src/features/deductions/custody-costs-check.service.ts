import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkCustodyCosts, type Placed } from '../../domain/deductions/check-custody-costs';
import { COST_REFUND_SOURCE } from '../../domain/deductions/cost-refund';
import { CustodyDuesService } from '../income/custody-dues.service';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { CostRefundEntity } from './cost-refund.entity';
import { daysOfCost } from './covered-days';
import { DeductionEntity } from './deduction.entity';

/** The pass of costs that owners bear: each part is what was agreed, of a cost that is there. */
@Injectable()
export class CustodyCostsCheckService extends StepCheck {
  override readonly pass = 'custodyCosts';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly owners: CustodyDuesService,
  ) {
    super();
  }

  /** Their vouchers are those of what came back of costs, and of what moves owners' money. */
  override checkEntries(): Promise<void> {
    return Promise.resolve();
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const rows = await this.owners.listEveryCost(db, collectiveId);
    if (rows.length === 0) return;
    const custodies = await this.owners.listAgreements(collectiveId, db);
    const id = In(rows.map((row) => row.deductionId));
    const costs = await db.findBy(DeductionEntity, { collectiveId, id });
    const refunds = await db.findBy(CostRefundEntity, { collectiveId, deductionId: id });
    const places = await this.ledger.chainPlaces(db, collectiveId, COST_REFUND_SOURCE);
    const placed = <Row extends { readonly entryId: string }>(row: Row): Row & Placed => {
      const place = places.find(({ entryId }) => entryId === row.entryId);
      return { ...row, at: place?.at ?? 0, goneAt: place?.goneAt };
    };
    checkCustodyCosts(
      {
        agreements: new Map(custodies.map((custody) => [custody.id, custody])),
        costs: new Map(
          costs.map((cost) => {
            const { from: firstOn, to: lastOn } = daysOfCost(cost);
            return [cost.id, { kind: cost.kind, amount: cost.amount, firstOn, lastOn }];
          }),
        ),
        refunds: refunds.map(placed),
        rows: rows.map(placed),
      },
      findings,
    );
  }
}
