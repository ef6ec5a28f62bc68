import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { readDay } from '../../domain/shared/typed-fields';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import { CostRefundsService } from './cost-refunds.service';
import { DeductionEntity } from './deduction.entity';
import { JointCostTakingEntity } from './joint-cost.entity';
import { KeptCostsService } from './kept-costs.service';
import { TakenCostsService, type WaitingCost } from './taken-costs.service';

/** What comes back of a keeper's cost in an owner's books: his cost is less by his part of it. */
@Injectable()
export class TakenRefundsService {
  constructor(
    private readonly database: Database,
    private readonly kept: KeptCostsService,
    private readonly taken: TakenCostsService,
    private readonly refunds: CostRefundsService,
  ) {}

  /**
   * Books the own part of what came back, on the day on which the keeper's money came.
   * @throws FormProblems `calendar.*`, `joint.refundBefore`; DomainError `joint.costUnknown`,
   *   `joint.refundBeforeCost` where the books do not have the cost itself yet, `period.*`
   */
  takeRefund(
    collectiveId: string,
    form: { readonly costId: string; readonly postedOn: string },
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const waiting = await this.taken.requireWaiting(collectiveId, form.costId, tx);
        const { keeperId, cost, amount } = waiting;
        if (amount >= 0n) throw new DomainError('joint.costUnknown');
        const problems: Problem[] = [];
        const field = 'postedOn';
        const refundedOn = readDay({ field, value: form.postedOn }, problems) ?? '';
        if (problems.length === 0 && refundedOn < cost.paidOn)
          problems.push({ code: 'joint.refundBefore', field, facts: { paidOn: cost.paidOn } });
        refuseProblems(problems);
        const own = await this.requireOwnCost(tx, collectiveId, waiting);
        const refund = { refundedOn, amount: -amount, paper: cost.note, reason: cost.reason, attachments: 1 };
        const booked = await this.refunds.book(tx, { cost: own, refund, by: command.by });
        const { entryId } = booked.voucher;
        await insertRecorded(tx, JointCostTakingEntity, { collectiveId, keeperId, costId: cost.id, entryId });
        return booked;
      },
      onceOf(command, 'deductions.takeRefund', form),
    );
  }

  /** The own part of the cost of which something comes back. */
  private async requireOwnCost(
    tx: EntityManager,
    collectiveId: string,
    { keeperId, cost }: WaitingCost,
  ): Promise<DeductionEntity> {
    const refunded = (await this.kept.listRefunded(tx, keeperId)).get(cost.entryId) ?? '';
    const taking = (await this.kept.listTaken(tx, collectiveId, keeperId)).get(refunded);
    const entryId = taking?.entryId ?? '';
    const own = await tx.findOneBy(DeductionEntity, { collectiveId, entryId });
    if (own === null) throw new DomainError('joint.refundBeforeCost', { name: cost.name });
    return own;
  }
}
