import { Injectable } from '@nestjs/common';
import { COST_REFUND_SOURCE } from '../../domain/deductions/cost-refund';
import { plainYuan } from '../../domain/money/fen';
import { typedCostReason } from '../../glossary/cost-words';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import type { TypedAgain } from '../../platform/http/typed-again';
import type { Voucher } from '../ledger/ledger-read.service';
import { ChargesService } from './charges.service';
import { CostRefundEntity } from './cost-refund.entity';
import { DeductionEntity } from './deduction.entity';
import { JointCostTakingEntity } from './joint-cost.entity';

/** Where a reversed cost is entered anew, and with what its form is filled. */
@Injectable()
export class CostAgainService {
  constructor(
    private readonly database: Database,
    private readonly charges: ChargesService,
  ) {}

  /** @returns undefined where the voucher is no cost */
  async formOf(collectiveId: string, { source, entryId }: Voucher): Promise<TypedAgain | undefined> {
    const db = this.database.reader;
    const paths = villagePaths(collectiveId);
    if (source.kind === COST_REFUND_SOURCE) {
      const back = await db.findOneBy(CostRefundEntity, { collectiveId, entryId });
      return back === null
        ? undefined
        : { path: paths.costRefunds(back.deductionId), values: refundValues(back) };
    }
    if (source.kind !== 'deduction') return undefined;
    const part = await db.findOneBy(JointCostTakingEntity, { collectiveId, entryId });
    if (part !== null) return { path: paths.takenCost(part.costId), values: {} };
    const cost = await db.findOneBy(DeductionEntity, { collectiveId, entryId });
    if (cost === null) return { path: paths.entry('deductions'), values: {} };
    const { contractId, kind, name, assetId, postedOn, amount, reason, reckoning } = cost;
    const { note } = reckoning;
    if (contractId !== null) {
      const charged = { contractId, coversFrom: reckoning.coversFrom ?? '', day: postedOn };
      const { period } = await this.charges.chargeFor(collectiveId, charged);
      const path = paths.entry('deductions', { contract: contractId, covers: period.from });
      return { path, values: { postedOn, amount: plainYuan(amount) } };
    }
    const days = { servedFrom: reckoning.coversFrom, servedTo: reckoning.coversTo };
    const bill = { kind, name, assetId: assetId ?? undefined, amount: plainYuan(amount), note, ...days };
    const values = { ...bill, postedOn, reason: typedCostReason(reason ?? '') };
    return { path: paths.entry('deductions'), values };
  }
}

function refundValues({ refundedOn, amount, reason, paper }: CostRefundEntity): TypedAgain['values'] {
  return { refundedOn, amount: plainYuan(amount), reason, byPaper: paper };
}
