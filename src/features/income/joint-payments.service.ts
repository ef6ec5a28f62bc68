import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/calendar-day';
import { passedOnPostings } from '../../domain/income/joint-postings';
import { type PassingOnForm, readPassingOn } from '../../domain/income/passing-on';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerService } from '../ledger/ledger.service';
import type { RecordedIncome } from './income.service';
import { JointPaymentEntity } from './joint-payment.entity';
import { JointReadService } from './joint-read.service';

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
        const owed = await this.reading.listOwed(collectiveId, tx);
        const { paidOn, parts, attachments, problems } = readPassingOn(form, owed);
        refuseProblems(problems);
        const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
        const id = newId();
        const entry = {
          event: 'income.passedOn',
          postedOn: paidOn,
          aboutPeriod: monthOf(paidOn),
          statementOn: paidOn,
          summary: voucherSummaries.passedOn(parts.map((part) => part.owner)),
          source: { kind: 'jointPayment', id },
          attachments,
          postings: passedOnPostings('pv', parts, roles),
        };
        const voucher = await this.ledger.post(tx, collectiveId, { ...entry, preparedBy: command.by });
        await this.ledger.requireMoney(tx, collectiveId, entry);
        const { entryId } = voucher;
        const rows = parts.map((part) => ({ collectiveId, id, ...part, paidOn, entryId }));
        await tx.insert(JointPaymentEntity, rows);
        return { id, voucher };
      },
      onceOf(command, 'income.payOwners', form),
    );
  }
}
