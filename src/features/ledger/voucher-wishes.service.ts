import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import { recurringClosingProblems } from '../../domain/ledger/recurring-voucher';
import { draftClosingProblems } from '../../domain/ledger/voucher-hands';
import type { Problem } from '../../domain/shared/problem';
import { dueOf, readRecurring } from './recurring.store';
import { readOpenDrafts } from './voucher-drafts.service';

/** What the vouchers that people write themselves still want before a month is held. */
@Injectable()
export class VoucherWishesService {
  /**
   * Recurring vouchers that fall due in the month and were neither booked nor waived, and drafts of its
   * vouchers. Codes `months.recurringDue`, `months.draftOpen`.
   */
  async closingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    return [
      ...recurringClosingProblems(month, dueOf(await readRecurring(db, collectiveId), month)),
      ...draftClosingProblems(month, await readOpenDrafts(db, collectiveId)),
    ];
  }
}
