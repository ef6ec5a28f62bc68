import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import {
  type PeriodTaxForm,
  readPeriodTax,
  readTaxPayment,
  readTaxWaiver,
  type TaxPaymentForm,
} from '../../domain/income/read-tax-acts';
import {
  PERIOD_TAX,
  periodTaxPostings,
  TAX_PAYMENT,
  taxPaidPostings,
} from '../../domain/income/tax-postings';
import { readTaxStatus, type TaxStatusForm } from '../../domain/income/tax-status';
import { type TaxStatusAnswers, taxStatusProblems } from '../../domain/income/tax-status-change';
import type { TaxPeriodState } from '../../domain/income/tax-states';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { PoolBalance } from '../../domain/ledger/pool-balances';
import type { Fen } from '../../domain/money/fen';
import { refuseProblems } from '../../domain/shared/problem';
import { taxWords } from '../../glossary/tax-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';
import { TaxPeriodEntity } from './tax-period.entity';
import { TaxReadService } from './tax-read.service';
import { TaxStatusEntity } from './tax-status.entity';

/** Value-added tax: what the tax office says of the collective, the tax of a period, and paying it. */
@Injectable()
export class TaxesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: TaxReadService,
    private readonly ledger: LedgerService,
    private readonly balances: PoolBalancesService,
  ) {}

  /** Notes what the tax office has the collective down as. @throws FormProblems `form.*`, `tax.*` */
  recordStatus(
    collectiveId: string,
    form: TaxStatusForm & TaxStatusAnswers,
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { status, problems } = readTaxStatus(form);
        refuseProblems(problems);
        const ground = await this.reading.groundOf(collectiveId, this.clock.today(), tx);
        refuseProblems(taxStatusProblems(status, ground, form));
        const id = newId();
        const noted = { notedBy: command.by, notedAt: this.clock.now() };
        await insertRecorded(tx, TaxStatusEntity, {
          ...status,
          paper: taxWords.paper(status.paper, form),
          ...noted,
          collectiveId,
          id,
        });
        return { id };
      },
      onceOf(command, 'tax.status', form),
    );
  }

  /**
   * Books what a period owes and is not booked yet; where sales were taken back since, what it owes less.
   * @throws FormProblems `tax.*`, `form.*`; DomainError `period.*`, `tax.noAccount`, `tax.periodUnknown`
   */
  bookPeriod(
    collectiveId: string,
    asked: { readonly from: CalendarDay; readonly form: PeriodTaxForm },
    command: Command,
  ): Promise<{ readonly voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const state = await this.stateOf(tx, collectiveId, asked.from);
        const { on, attachments, problems } = readPeriodTax(asked.form, { state, today: this.clock.today() });
        refuseProblems(problems);
        const id = newId();
        const isOfSubsidy = state.toBook.some(({ stream }) => stream === 'subsidy');
        const use = isOfSubsidy ? 'subsidyIncome' : undefined;
        const chart = await this.ledger.requireChartFor(tx, collectiveId, { on, use });
        const voucher = await this.ledger.post(tx, collectiveId, {
          event: 'income.periodTax',
          ...{ postedOn: on, statementOn: on, aboutPeriod: monthOf(state.to), attachments },
          summary: taxWords.periodSummary(state),
          source: { kind: PERIOD_TAX, id },
          postings: periodTaxPostings(state.toBook, chart),
          preparedBy: command.by,
        });
        await this.note(tx, collectiveId, {
          id,
          state,
          reason: '',
          entryId: voucher.entryId,
          by: command.by,
        });
        return { voucher };
      },
      onceOf(command, 'tax.period', asked),
    );
  }

  /** Notes why a period's tax is not booked. @throws FormProblems `tax.*`, `form.missing` */
  waivePeriod(
    collectiveId: string,
    asked: { readonly from: CalendarDay; readonly form: { readonly reason: string } },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const state = await this.stateOf(tx, collectiveId, asked.from);
        const { reason, problems } = readTaxWaiver(asked.form, { state, today: this.clock.today() });
        refuseProblems(problems);
        const id = newId();
        await this.note(tx, collectiveId, { id, state, reason, entryId: null, by: command.by });
        return { id };
      },
      onceOf(command, 'tax.waiver', asked),
    );
  }

  /** What each pool owes of tax. */
  async listOwed(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<Pool, Fen>> {
    const own = await this.listStanding(collectiveId, db);
    return new Map(own.filter(({ amount }) => amount < 0n).map(({ pool, amount }) => [pool, -amount]));
  }

  /** What each pool paid of tax that is owed no more: set against later tax, or given back. */
  async listPaidAhead(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<Pool, Fen>> {
    const own = await this.listStanding(collectiveId, db);
    return new Map(own.filter(({ amount }) => amount > 0n).map(({ pool, amount }) => [pool, amount]));
  }

  /** Pays tax out of a pool. @throws FormProblems `tax.*`, `money.*`; DomainError `period.*` */
  pay(
    collectiveId: string,
    form: TaxPaymentForm,
    command: Command,
  ): Promise<{ readonly voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { payment, problems } = readTaxPayment(form, await this.listOwed(collectiveId, tx));
        refuseProblems(problems);
        const { on, attachments } = payment;
        const postings = taxPaidPostings(payment, await this.ledger.requireChartOf(tx, collectiveId));
        const voucher = await this.ledger.post(tx, collectiveId, {
          event: 'income.taxPaid',
          ...{ postedOn: on, statementOn: on, aboutPeriod: monthOf(on), attachments, postings },
          summary: taxWords.paidSummary,
          source: { kind: TAX_PAYMENT, id: newId() },
          preparedBy: command.by,
        });
        await this.ledger.requireMoney(tx, collectiveId, { postedOn: on, postings });
        return { voucher };
      },
      onceOf(command, 'tax.pay', form),
    );
  }

  private async listStanding(collectiveId: string, db: EntityManager): Promise<PoolBalance[]> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const all = await this.balances.listNow(db, collectiveId);
    return all.filter(({ ledgerAccount }) => ledgerAccount === roles.taxPayable);
  }

  private stateOf(tx: EntityManager, collectiveId: string, from: CalendarDay): Promise<TaxPeriodState> {
    return this.reading.requireState(collectiveId, { from, today: this.clock.today() }, tx);
  }

  private async note(
    tx: EntityManager,
    collectiveId: string,
    done: {
      readonly id: string;
      readonly state: TaxPeriodState;
      readonly reason: string;
      readonly entryId: string | null;
      readonly by: string;
    },
  ): Promise<void> {
    const { id, reason, entryId, by: notedBy } = done;
    const { from, to, sales, open: amount } = done.state;
    const row = { collectiveId, id, from, to, sales, amount, reason, entryId, notedBy };
    await insertRecorded(tx, TaxPeriodEntity, { ...row, notedAt: this.clock.now() });
  }
}
