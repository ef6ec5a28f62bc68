import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, isCalendarDay, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import {
  COST_REFUND_SOURCE,
  type CostRefund,
  type CostRefundForm,
  costRefundPostings,
  type PaidCost,
  readCostRefund,
} from '../../domain/deductions/cost-refund';
import { type BorneBy, custodyCostPostings } from '../../domain/deductions/custody-cost';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { refundReason } from '../../glossary/cost-words';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { CustodyDuesService } from '../income/custody-dues.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { CostPaymentsService } from './cost-payments.service';
import { CostRefundEntity } from './cost-refund.entity';
import type { DeductionEntity } from './deduction.entity';
import { JointCostTakingEntity } from './joint-cost.entity';
import { type StandingCost, StandingCostsService } from './standing-costs.service';

/** What comes back of a cost. */
interface CameBack {
  readonly cost: DeductionEntity;
  readonly refund: CostRefund;
  readonly by: string;
  /** The owner who bears it, by his id, and how; undefined where it came from who was paid. */
  readonly owner?: { readonly id: string; readonly by: BorneBy };
}

/** What came back of a cost, as it is kept. */
export type KeptRefund = CostRefundEntity;

/** Costs that were paid and come back, whole or in part. */
@Injectable()
export class CostRefundsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly standing: StandingCostsService,
    private readonly payments: CostPaymentsService,
    private readonly owners: CustodyDuesService,
  ) {}

  /** What came back of a cost and stands, in the order of its days. */
  listOf(
    collectiveId: string,
    deductionId: string,
    db: EntityManager = this.database.reader,
  ): Promise<KeptRefund[]> {
    return this.standing.listRefunds(collectiveId, db, { deductionId });
  }

  /**
   * Books what came back of a cost: it makes less of what the pool deducts, on the day on which it came.
   * @throws DomainError `deductions.costUnknown`, `deductions.refundByKeeper`, `custody.costSplit` where the
   *   owner bore a part of it, `period.*`; FormProblems `deductions.*`, `money.*`, `form.*`
   */
  refund(
    collectiveId: string,
    asked: { readonly deductionId: string; readonly form: CostRefundForm },
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { deductionId, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const cost = await this.requireCost(collectiveId, deductionId, tx);
        if (await this.isKeepers(cost, tx)) throw new DomainError('deductions.refundByKeeper');
        if ((await this.owners.listCosts(tx, collectiveId, { deductionId })).length > 0)
          throw new DomainError('custody.costSplit');
        const paid = await this.paidOf(cost, form.refundedOn, tx);
        const refunds = await this.listOf(collectiveId, deductionId, tx);
        const { refund, problems } = readCostRefund(form, { ...paid, refunds });
        refuseProblems(problems);
        const reason = refundReason(refund.reason, form.twiceReason);
        return this.book(tx, { cost, refund: { ...refund, reason }, by: command.by });
      },
      onceOf(command, 'deductions.refund', asked),
    );
  }

  /**
   * Books what came back, in the transaction of who has read it: through the bank, or out of what is owed to
   * an owner who bears it. @throws DomainError `period.*`
   */
  async book(tx: EntityManager, back: CameBack): Promise<{ id: string; voucher: BookedEntry }> {
    const { cost, refund, by, owner } = back;
    const { refundedOn, amount, reason, paper, attachments } = refund;
    const { collectiveId, id: deductionId, pool, assetId } = cost;
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    const costOn = await this.ledger.resultDayOf(tx, collectiveId, cost.entryId);
    const isCash = owner?.by === 'ownerCash';
    const came = { pool, amount, costOn, isCash, ...(assetId === null ? {} : { assetId }) };
    const id = newId();
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: 'deductions.refunded',
      ...{ postedOn: refundedOn, statementOn: refundedOn, aboutPeriod: monthOf(refundedOn) },
      postings:
        owner?.by === 'keptBack'
          ? custodyCostPostings({ ...came, owner: owner.id }, refundedOn, chart)
          : costRefundPostings(came, refundedOn, chart),
      summary: voucherSummaries.costCame(cost.name, owner?.by),
      source: { kind: COST_REFUND_SOURCE, id },
      attachments,
      preparedBy: by,
    });
    const { entryId } = voucher;
    await insertRecorded(tx, CostRefundEntity, {
      ...{ collectiveId, id, deductionId, refundedOn, amount, reason, paper, entryId },
    });
    return { id, voucher };
  }

  /** A cost that stands and was booked by itself. @throws DomainError `deductions.costUnknown` */
  async requireCost(
    collectiveId: string,
    deductionId: string,
    db: EntityManager = this.database.reader,
  ): Promise<StandingCost> {
    const cost = await this.standing.findCost(collectiveId, deductionId, db);
    if (cost === undefined) throw new DomainError('deductions.costUnknown');
    return cost;
  }

  /** What the bank paid for a cost by a day, and what of it came back. */
  async paidOf(cost: StandingCost, day: string, db: EntityManager = this.database.reader): Promise<PaidCost> {
    const { postedOn, refunded } = cost;
    const paid = await this.payments.paidBy(db, cost, isCalendarDay(day) ? day : LATEST);
    return { postedOn, refunded, paid };
  }

  /** Whether it is no cost of the year of a day, but of an earlier one. */
  async isEarlier({ collectiveId, entryId }: StandingCost, day: CalendarDay): Promise<boolean> {
    const costOn = await this.ledger.resultDayOf(this.database.reader, collectiveId, entryId);
    return yearOf(costOn) < yearOf(day);
  }

  /** Whether a joint station's keeper paid it: what he gets back is every owner's. */
  async isKeepers(
    { collectiveId, entryId }: StandingCost,
    db: EntityManager = this.database.reader,
  ): Promise<boolean> {
    return db.existsBy(JointCostTakingEntity, { collectiveId, entryId });
  }
}

/** What is typed as no day is held against all that was paid. */
const LATEST = '9999-12-31';
