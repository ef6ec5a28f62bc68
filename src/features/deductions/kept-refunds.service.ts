import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type CostRefundForm, type PaidCost, readCostRefund } from '../../domain/deductions/cost-refund';
import { sharesOfRefund } from '../../domain/deductions/kept-cost-tables';
import { refundParts } from '../../domain/deductions/kept-refund';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { refundReason } from '../../glossary/cost-words';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { JointPaymentsService } from '../income/joint-payments.service';
import type { BookedEntry } from '../ledger/ledger.service';
import { JointCostEntity, JointCostPartEntity, JointCostTakingEntity } from './joint-cost.entity';
import { insertShares, readLeftShares } from './kept-cost-shares.store';
import { type KeptCost, KeptCostsService } from './kept-costs.service';

/** A keeper's cost, and what of it has come back and stands, the first first. */
export interface RefundedCost extends KeptCost {
  readonly refunds: readonly KeptCost[];
}

/**
 * What comes back of a cost that a keeper paid for owners. It is a cost below zero: the costs of its share
 * table are less by it, and what each owner gets back is owed to him like what came for him.
 */
@Injectable()
export class KeptRefundsService {
  constructor(
    private readonly database: Database,
    private readonly kept: KeptCostsService,
    private readonly payments: JointPaymentsService,
    private readonly clock: Clock,
  ) {}

  today(): CalendarDay {
    return this.clock.today();
  }

  /** A keeper's cost that stands. @throws DomainError `joint.costUnknown` */
  async requireCost(
    keeperId: string,
    costId: string,
    db: EntityManager = this.database.reader,
  ): Promise<RefundedCost> {
    const costs = await this.kept.listCosts(keeperId, db);
    const found = costs.find(({ cost }) => cost.id === costId && cost.amount > 0n);
    if (found === undefined) throw new DomainError('joint.costUnknown');
    const givers = await this.kept.listRefunded(db, keeperId);
    const refunds = costs.filter(({ cost }) => givers.get(cost.entryId) === costId).reverse();
    return { ...found, refunds };
  }

  /**
   * Books what came back of a cost, and what of it is whose. Owners' books take their parts afterwards.
   * @throws DomainError `joint.costUnknown`, `period.*`; FormProblems `deductions.*`, `money.*`, `form.*`
   */
  refund(
    keeperId: string,
    asked: { readonly costId: string; readonly form: CostRefundForm },
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { costId, form } = asked;
    return this.database.inTransaction(
      keeperId,
      async (tx) => {
        const paid = await this.requireCost(keeperId, costId, tx);
        const { cost, parts, refunds } = paid;
        const { refund, problems } = readCostRefund(form, paidOf(paid));
        refuseProblems(problems);
        const borne = parts.map(({ owner, amount }) => ({ owner, amount, refunded: gotOf(owner, refunds) }));
        const back = refundParts(refund.amount, borne);
        const { refundedOn: paidOn, attachments } = refund;
        const summary = voucherSummaries.costCame(cost.name);
        const booked = { paidOn, parts: back, attachments, summary, by: command.by };
        const { id, voucher } = await this.payments.bookRefund(tx, keeperId, booked);
        const { assetId, kind, name, shareTableFrom } = cost;
        const reason = refundReason(refund.reason, form.twiceReason);
        const [collectiveId, entryId, amount] = [keeperId, voucher.entryId, -refund.amount];
        await insertRecorded(tx, JointCostEntity, {
          ...{ collectiveId, id, assetId, kind, name, note: refund.paper, reason, amount, paidOn },
          ...{ shareTableFrom, entryId },
        });
        const rows = back.map((part) => ({
          ...{ collectiveId, costId: id, owner: part.owner, amount: -part.amount },
          ownerId: parts.find(({ owner }) => owner === part.owner)?.ownerId ?? null,
        }));
        await insertRecorded(tx, JointCostPartEntity, rows);
        const refundIds = refunds.map((each) => each.cost.id);
        const left = await readLeftShares(tx, keeperId, { costId, refundIds });
        const shares = left.length === 0 ? [] : sharesOfRefund(back, left);
        const less = shares.map((share) => ({ ...share, amount: -share.amount }));
        await insertShares(tx, { collectiveId, costId: id }, less);
        await insertRecorded(tx, JointCostTakingEntity, { collectiveId, keeperId, costId, entryId });
        return { id, voucher };
      },
      onceOf(command, 'deductions.keptRefund', asked),
    );
  }
}

/** A keeper's cost as the form of a refund is held against it. */
export function paidOf({ cost, refunds }: RefundedCost): PaidCost {
  const back = refunds.map(({ cost: { paidOn: refundedOn, amount, note: paper } }) => ({
    ...{ refundedOn, amount: -amount, paper },
  }));
  const refunded = sumFen(back.map(({ amount }) => amount));
  return { postedOn: cost.paidOn, paid: cost.amount, refunded, refunds: back };
}

function gotOf(owner: string, refunds: readonly KeptCost[]): bigint {
  const own = refunds.flatMap(({ parts }) => parts).filter((part) => part.owner === owner);
  return -sumFen(own.map(({ amount }) => amount));
}
