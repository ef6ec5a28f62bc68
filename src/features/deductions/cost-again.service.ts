import { Injectable } from '@nestjs/common';
import { COST_REFUND_SOURCE } from '../../domain/deductions/cost-refund';
import { plainYuan } from '../../domain/money/fen';
import { typedCostReason, typedKeptNote, typedRefundReason } from '../../glossary/cost-words';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import type { TypedAgain } from '../../platform/http/typed-again';
import type { Voucher } from '../ledger/ledger-read.service';
import { ReentriesService } from '../ledger/reentries.service';
import { ChargesService } from './charges.service';
import { CostRefundEntity } from './cost-refund.entity';
import { DeductionEntity } from './deduction.entity';
import { JointCostEntity, JointCostTakingEntity } from './joint-cost.entity';
import { readDays } from './kept-cost-shares.store';
import { TakenCostsService } from './taken-costs.service';

/** Where a reversed cost is entered anew, and with what its form is filled. */
@Injectable()
export class CostAgainService {
  constructor(
    private readonly database: Database,
    private readonly charges: ChargesService,
    private readonly reentries: ReentriesService,
    private readonly taken: TakenCostsService,
  ) {}

  /** @returns undefined where the voucher is no cost */
  async formOf(collectiveId: string, { source, entryId }: Voucher): Promise<TypedAgain | undefined> {
    const db = this.database.reader;
    const paths = villagePaths(collectiveId);
    if (source.kind === 'jointPayment') return this.keptOf(collectiveId, entryId);
    const part = await db.findOneBy(JointCostTakingEntity, { collectiveId, entryId });
    if (part !== null) return { path: paths.takenCost(await this.costNow(collectiveId, part)), values: {} };
    if (source.kind === COST_REFUND_SOURCE) {
      const back = await db.findOneBy(CostRefundEntity, { collectiveId, entryId });
      return back === null
        ? undefined
        : { path: paths.costRefunds(back.deductionId), values: refundValues(back) };
    }
    if (source.kind !== 'deduction') return undefined;
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

  /** A cost that a keeper paid for owners, or what came back of one; other payments to them are no costs. */
  private async keptOf(collectiveId: string, entryId: string): Promise<TypedAgain | undefined> {
    const db = this.database.reader;
    const paths = villagePaths(collectiveId);
    const kept = await db.findOneBy(JointCostEntity, { collectiveId, entryId });
    if (kept === null) return undefined;
    const { id, assetId, kind, name, note, reason, paidOn } = kept;
    const amount = plainYuan(kept.amount < 0n ? -kept.amount : kept.amount);
    const of = await db.findOneBy(JointCostTakingEntity, { collectiveId, keeperId: collectiveId, entryId });
    if (of !== null) {
      const path = paths.keptRefunds(await this.inPlaceOf(collectiveId, of.costId));
      return {
        path,
        values: { refundedOn: paidOn, amount, reason: typedRefundReason(reason), byPaper: note },
      };
    }
    const days = (await readDays(db, collectiveId, [id])).get(id);
    const bill = { assetId, kind, name, amount, note: typedKeptNote(note), reason: typedCostReason(reason) };
    const values = { ...bill, paidOn, servedFrom: days?.from, servedTo: days?.to };
    return { path: paths.keptCosts, values };
  }

  /**
   * The keeper's cost whose part is taken anew: the one that he entered in the place of the first, or where
   * he said of none that it is, the only one that waits and is like it.
   */
  private async costNow(collectiveId: string, part: JointCostTakingEntity): Promise<string> {
    const { keeperId, costId } = part;
    const db = this.database.reader;
    const now = await this.inPlaceOf(keeperId, costId);
    const waiting = await this.taken.listWaiting(collectiveId);
    const first = await db.findOneBy(JointCostEntity, { collectiveId: keeperId, id: costId });
    if (first === null || waiting.some(({ cost }) => cost.id === now)) return now;
    const days = (await readDays(db, keeperId, [costId])).get(costId);
    const alike = waiting.filter(({ cost, served }) => {
      const isSign = cost.amount > 0n === first.amount > 0n;
      const isSame = isSign && cost.assetId === first.assetId && cost.kind === first.kind;
      const isOfDays = days !== undefined && served?.from === days.from && served.to === days.to;
      return isSame && (isOfDays || cost.name === first.name);
    });
    const [only] = alike;
    return only === undefined || alike.length > 1 ? now : only.cost.id;
  }

  /** The cost that a keeper entered in the place of one; itself where he entered none. */
  private async inPlaceOf(keeperId: string, costId: string): Promise<string> {
    const db = this.database.reader;
    const first = await db.findOneBy(JointCostEntity, { collectiveId: keeperId, id: costId });
    if (first === null) return costId;
    const entryId = await this.reentries.lastInPlaceOf(keeperId, first.entryId);
    return (await db.findOneBy(JointCostEntity, { collectiveId: keeperId, entryId }))?.id ?? costId;
  }
}

function refundValues({ refundedOn, amount, reason, paper }: CostRefundEntity): TypedAgain['values'] {
  return { refundedOn, amount: plainYuan(amount), reason, byPaper: paper };
}
