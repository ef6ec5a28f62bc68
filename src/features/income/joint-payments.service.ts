import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import {
  cameBackPostings,
  type OwedByKeeper,
  type OwnersPart,
  passedOnPostings,
} from '../../domain/income/joint-postings';
import { partsByName, type PassingOnForm, readPassingOn } from '../../domain/income/passing-on';
import type { Fen } from '../../domain/money/fen';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerService } from '../ledger/ledger.service';
import type { RecordedIncome } from './income.service';
import { JointPaymentEntity } from './joint-payment.entity';
import { JointReadService } from './joint-read.service';
import { readOwnDebts } from './own-debts.store';

/** Money that leaves for owners, as it was read. */
export interface OwnersPayment {
  readonly paidOn: CalendarDay;
  readonly parts: readonly { readonly owner: string; readonly amount: Fen }[];
  readonly attachments: number;
  readonly summary: string;
  readonly by: string;
}

/** Paying the owners of kept stations what came for them. */
@Injectable()
export class JointPaymentsService {
  constructor(
    private readonly database: Database,
    private readonly reading: JointReadService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Books one payment to several owners.
   * @throws FormProblems `joint.*`, `money.*`; DomainError `period.*`
   */
  payOwners(collectiveId: string, form: PassingOnForm, command: Command): Promise<RecordedIncome> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const owed = await this.reading.listOwedOnce(collectiveId, tx);
        const { paidOn, parts: typed, attachments, problems } = readPassingOn(form, owed);
        refuseProblems(problems);
        const summary = voucherSummaries.passedOn(typed.map((part) => part.owner));
        const parts = partsByName(typed, owed);
        const by = command.by;
        return this.bookPayment(tx, collectiveId, { paidOn, parts, attachments, summary, by });
      },
      onceOf(command, 'income.payOwners', form),
    );
  }

  /**
   * Books money that leaves for owners, to them or for a cost of theirs, in the transaction of who has read
   * it. @throws DomainError `period.*`, `ledger.noMoney`
   */
  async bookPayment(
    tx: EntityManager,
    collectiveId: string,
    payment: OwnersPayment,
  ): Promise<RecordedIncome> {
    const { paidOn, parts, attachments, summary, by } = payment;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const id = newId();
    const entry = {
      event: 'income.passedOn',
      postedOn: paidOn,
      aboutPeriod: monthOf(paidOn),
      statementOn: paidOn,
      summary,
      source: { kind: 'jointPayment', id },
      attachments,
      postings: passedOnPostings(parts, await this.ownDebts(tx, collectiveId, parts), roles),
    };
    const voucher = await this.ledger.post(tx, collectiveId, { ...entry, preparedBy: by });
    await this.ledger.requireMoney(tx, collectiveId, entry);
    const { entryId } = voucher;
    await insertRecorded(
      tx,
      JointPaymentEntity,
      parts.map(({ owner, amount }) => ({ collectiveId, id, owner, amount, paidOn, entryId })),
    );
    return { id, voucher };
  }

  /**
   * Books money that comes back of what was paid for owners, in the transaction of who has read it: a payment
   * below zero, so that it is owed to them again. @throws DomainError `period.*`
   */
  async bookRefund(tx: EntityManager, collectiveId: string, back: OwnersPayment): Promise<RecordedIncome> {
    const { paidOn, parts, attachments, summary, by: preparedBy } = back;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const id = newId();
    const voucher = await this.ledger.post(tx, collectiveId, {
      ...{
        event: 'income.costCameBack',
        postedOn: paidOn,
        aboutPeriod: monthOf(paidOn),
        statementOn: paidOn,
      },
      ...{ summary, attachments, preparedBy },
      source: { kind: 'jointPayment', id },
      postings: cameBackPostings(parts, roles),
    });
    const { entryId } = voucher;
    const rows = parts.map(({ owner, amount }) => ({ owner, amount: -amount }));
    await insertRecorded(
      tx,
      JointPaymentEntity,
      rows.map((row) => ({ collectiveId, id, ...row, paidOn, entryId })),
    );
    return { id, voucher };
  }

  /** What owners are owed whom the keeper owes something himself, for tax that he bears; by name. */
  private async ownDebts(
    tx: EntityManager,
    collectiveId: string,
    parts: readonly OwnersPart[],
  ): Promise<ReadonlyMap<string, OwedByKeeper>> {
    const debts = await readOwnDebts(tx, collectiveId);
    const owed = new Map<string, OwedByKeeper>();
    if (debts.length === 0) return owed;
    const all = await this.reading.listOwed(collectiveId, tx);
    const owners = parts.map(({ owner }) => owner);
    const names = await this.ledger.registerCounterparties(tx, collectiveId, owners);
    for (const { chart, ledgerAccount, counterparty, amount } of debts) {
      const { roles } = await this.ledger.requireChartOf(tx, collectiveId, chart);
      if (ledgerAccount !== roles.payable) continue;
      const owner = names.nameOf(counterparty);
      const whole = all.find((each) => each.owner === owner)?.owed ?? 0n;
      owed.set(owner, { all: whole, own: (owed.get(owner)?.own ?? 0n) + amount });
    }
    return owed;
  }
}
