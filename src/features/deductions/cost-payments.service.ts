import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ASSET_LIFE } from '../../domain/assets/check-asset-life';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import {
  COST_PAYMENT_SOURCE,
  type CostPaymentForm,
  costPaidPostings,
  readCostPayment,
} from '../../domain/deductions/cost-debt';
import { IMPROVEMENT_PAYMENT } from '../../domain/deductions/improvement-debt';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { ChargesService } from './charges.service';
import { CostDebtEntity, CostPaymentEntity } from './cost-debt.entity';
import type { DeductionEntity } from './deduction.entity';
import { ImprovementDebtsService } from './improvement-debts.service';
import type { OwedCost } from './owed-cost';

/** Costs that are owed: paid later, whole or in parts. */
@Injectable()
export class CostPaymentsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
    private readonly charges: ChargesService,
    private readonly improvements: ImprovementDebtsService,
  ) {}

  /** Every cost and improvement that stands and was owed when it was booked, the oldest first of each. */
  async listOwed(collectiveId: string, db: EntityManager = this.database.reader): Promise<OwedCost[]> {
    const costs = await this.listOwedCosts(collectiveId, db);
    return [...costs, ...(await this.improvements.listOwed(collectiveId, db))];
  }

  private async listOwedCosts(collectiveId: string, db: EntityManager): Promise<OwedCost[]> {
    const debts = await db.findBy(CostDebtEntity, { collectiveId });
    if (debts.length === 0) return [];
    const creditors = new Map(debts.map(({ deductionId, creditor }) => [deductionId, creditor]));
    const payments = await this.listStanding(collectiveId, db);
    return (await this.charges.listCosts(collectiveId, db)).flatMap((cost) => {
      const { id: deductionId, entryId, name, pool, postedOn, amount } = cost;
      const creditor = creditors.get(deductionId);
      if (creditor === undefined) return [];
      const paid = sumFen(
        payments.filter((each) => each.deductionId === deductionId).map((each) => each.amount),
      );
      return [{ deductionId, entryId, name, pool, postedOn, creditor, amount, open: amount - paid }];
    });
  }

  /**
   * Pays what is owed of a cost, whole or in part.
   * @throws DomainError `deductions.notOwed`, `period.*`; FormProblems `deductions.*`, `money.*`, `form.*`
   */
  payCost(
    collectiveId: string,
    asked: { readonly deductionId: string; readonly form: CostPaymentForm },
    command: Command,
  ): Promise<{ voucher: BookedEntry }> {
    const { deductionId, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const owed = await this.requireOpen(collectiveId, deductionId, tx);
        const { payment, problems } = readCostPayment(form, owed);
        refuseProblems(problems);
        const { paidOn: postedOn, amount, attachments } = payment;
        const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
        const postings = costPaidPostings({ ...owed, amount }, roles);
        const id = newId();
        const isCost = owed.creditor !== undefined;
        const voucher = await this.ledger.post(tx, collectiveId, {
          event: 'deductions.owedPaid',
          ...{ postedOn, statementOn: postedOn, aboutPeriod: monthOf(postedOn), postings, attachments },
          summary: voucherSummaries.costPaid(owed.name),
          source: isCost ? { kind: COST_PAYMENT_SOURCE, id } : { kind: IMPROVEMENT_PAYMENT, id: deductionId },
          preparedBy: command.by,
        });
        await this.ledger.requireMoney(tx, collectiveId, { postedOn, postings });
        const { entryId } = voucher;
        if (isCost)
          await insertRecorded(tx, CostPaymentEntity, { collectiveId, id, deductionId, amount, entryId });
        return { voucher };
      },
      onceOf(command, 'deductions.payOwed', asked),
    );
  }

  /** A cost of which something is still owed. @throws DomainError `deductions.notOwed` */
  async requireOpen(
    collectiveId: string,
    deductionId: string,
    db: EntityManager = this.database.reader,
  ): Promise<OwedCost> {
    const owed = (await this.listOwed(collectiveId, db)).find((each) => each.deductionId === deductionId);
    if (owed === undefined || owed.open <= 0n) throw new DomainError('deductions.notOwed');
    return owed;
  }

  /**
   * A cost is taken back only after what was paid of it, and neither it nor a payment before what came back.
   * @throws DomainError `deductions.paidAlready`, `deductions.refundedAlready`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    const { entryId, source } = voucher;
    if (source.kind === ASSET_LIFE) {
      const paid = await this.improvements.paidOf(tx, collectiveId, entryId);
      if (paid > 0n) throw new DomainError('deductions.paidAlready', { paid });
    }
    if (source.kind === 'deduction') {
      const owed = (await this.listOwedCosts(collectiveId, tx)).find((each) => each.entryId === entryId);
      if (owed !== undefined && owed.open < owed.amount) {
        throw new DomainError('deductions.paidAlready', { paid: owed.amount - owed.open });
      }
    }
    const refunded = await this.refundedBehind(tx, collectiveId, voucher);
    if (refunded > 0n) throw new DomainError('deductions.refundedAlready', { refunded });
  }

  /** What the bank paid for a cost by a day: all of it at once, or what was paid since of what was owed. */
  async paidBy(tx: EntityManager, cost: DeductionEntity, day: CalendarDay): Promise<Fen> {
    const payments = await this.paymentsOf(tx, cost);
    if (payments === undefined) return cost.amount;
    return sumFen(payments.filter(({ on }) => on <= day).map(({ amount }) => amount));
  }

  /** The day on which the last of a cost was paid; undefined where something of it is still owed. */
  async paidOff(tx: EntityManager, cost: DeductionEntity): Promise<CalendarDay | undefined> {
    const payments = await this.paymentsOf(tx, cost);
    if (payments === undefined) return cost.postedOn;
    if (sumFen(payments.map(({ amount }) => amount)) < cost.amount) return undefined;
    return payments
      .map(({ on }) => on)
      .sort()
      .at(-1);
  }

  /** What was paid of a cost that was owed, by day; undefined where the bank paid it at once. */
  private async paymentsOf(
    tx: EntityManager,
    { collectiveId, id: deductionId }: DeductionEntity,
  ): Promise<{ on: CalendarDay; amount: Fen }[] | undefined> {
    const debt = await tx.findOneBy(CostDebtEntity, { collectiveId, deductionId });
    if (debt === null) return undefined;
    const payments: { on: CalendarDay; amount: Fen }[] = [];
    for (const { deductionId: of, entryId, amount } of await this.listStanding(collectiveId, tx)) {
      if (of !== deductionId) continue;
      const { postedOn: on } = await this.books.requireEntry(collectiveId, entryId, tx);
      payments.push({ on, amount });
    }
    return payments;
  }

  /** What came back of the cost behind a voucher and would be more than was paid if it went. */
  private async refundedBehind(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<Fen> {
    const { entryId, source } = voucher;
    const isPayment = source.kind === COST_PAYMENT_SOURCE;
    if (!isPayment && source.kind !== 'deduction') return 0n;
    const payments = isPayment ? await this.listStanding(collectiveId, tx) : [];
    const payment = payments.find((each) => each.entryId === entryId);
    const costs = await this.charges.listCosts(collectiveId, tx);
    const cost = costs.find((each) =>
      isPayment ? each.id === payment?.deductionId : each.entryId === entryId,
    );
    if (cost === undefined || payment === undefined) return cost?.refunded ?? 0n;
    const others = payments.filter((each) => each.deductionId === cost.id && each !== payment);
    return cost.refunded > sumFen(others.map(({ amount }) => amount)) ? cost.refunded : 0n;
  }

  private async listStanding(collectiveId: string, db: EntityManager): Promise<CostPaymentEntity[]> {
    const rows = await db.findBy(CostPaymentEntity, { collectiveId });
    if (rows.length === 0) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db);
    return rows.filter(({ entryId }) => !reversed.has(entryId));
  }
}
