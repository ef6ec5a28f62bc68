import { Injectable } from '@nestjs/common';
import { plainYuan } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import type { TypedAgain } from '../../platform/http/typed-again';
import type { Voucher } from '../ledger/ledger-read.service';
import { DeductionEntity } from './deduction.entity';
import { JointCostTakingEntity } from './joint-cost.entity';

/** Where a reversed cost is entered anew, and with what its form is filled. */
@Injectable()
export class CostAgainService {
  constructor(private readonly database: Database) {}

  /** @returns undefined where the voucher is no cost */
  async formOf(collectiveId: string, { source, entryId }: Voucher): Promise<TypedAgain | undefined> {
    if (source.kind !== 'deduction') return undefined;
    const db = this.database.reader;
    const paths = villagePaths(collectiveId);
    const part = await db.findOneBy(JointCostTakingEntity, { collectiveId, entryId });
    if (part !== null) return { path: paths.takenCost(part.costId), values: {} };
    const cost = await db.findOneBy(DeductionEntity, { collectiveId, entryId });
    if (cost === null) return { path: paths.entry('deductions'), values: {} };
    const { contractId, kind, name, assetId, postedOn: on, amount, reason, reckoning } = cost;
    const { coversFrom: covers, note } = reckoning;
    if (contractId !== null) {
      const asked = { contract: contractId, covers, on };
      return { path: paths.entry('deductions', asked), values: { amount: plainYuan(amount) } };
    }
    const days = { servedFrom: reckoning.coversFrom, servedTo: reckoning.coversTo };
    const bill = { kind, name, assetId: assetId ?? undefined, amount: plainYuan(amount), note, ...days };
    return {
      path: paths.entry('deductions', { on }),
      values: { ...bill, postedOn: on, reason: reason ?? undefined },
    };
  }
}
