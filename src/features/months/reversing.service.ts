import { Injectable } from '@nestjs/common';
import { isCalendarDay } from '../../domain/calendar/calendar-day';
import { requireReversalReason } from '../../domain/ledger/reversal';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherNumberText, voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { IncomeService } from '../income/income.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';

/** A reversal as typed. */
export interface ReversalForm {
  readonly entryId: string;
  readonly reason: string;
  readonly postedOn: string;
}

/**
 * Takes back vouchers. The fact behind one goes with it: a slip, a receipt, a cost or a grant reversed no
 * longer stands.
 */
@Injectable()
export class ReversingService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
    private readonly ledger: LedgerService,
    private readonly income: IncomeService,
  ) {}

  /**
   * Reverses one voucher whole.
   * @throws DomainError `reversal.*`, `income.alreadyReceived`, `period.*`, `ledger.entryUnknown`;
   *   FormProblems `calendar.notADay`
   */
  reverseVoucher(collectiveId: string, form: ReversalForm, command: Command): Promise<BookedEntry> {
    if (!isCalendarDay(form.postedOn)) {
      refuseProblems([{ code: 'calendar.notADay', field: 'postedOn', value: form.postedOn }]);
    }
    const reason = requireReversalReason(form.reason);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const voucher = await this.books.requireEntry(collectiveId, form.entryId, tx);
        if (form.postedOn < voucher.postedOn) {
          throw new DomainError('reversal.beforeEntry', { postedOn: voucher.postedOn });
        }
        if (voucher.source.kind === 'opening') throw new DomainError('reversal.ofOpening');
        await this.income.requireUnpaid(tx, collectiveId, voucher.entryId);
        return this.ledger.reverse(tx, collectiveId, {
          entryId: voucher.entryId,
          reason,
          postedOn: form.postedOn,
          preparedBy: command.by,
          summary: voucherSummaries.reversal(voucherNumberText(voucher.voucherNumber)),
        });
      },
      onceOf(command, 'months.reverse', form),
    );
  }
}
