import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import { standingProblems } from '../../domain/ledger/standing-balances';
import { recurringClosingProblems } from '../../domain/ledger/recurring-voucher';
import { draftClosingProblems } from '../../domain/ledger/voucher-hands';
import type { Problem } from '../../domain/shared/problem';
import { LedgerService } from './ledger.service';
import { PoolBalancesService } from './pool-balances.service';
import { dueOf, readRecurring } from './recurring.store';
import { readOpenDrafts } from './voucher-drafts.service';

/** What the ledger itself still wants before a month is held. */
@Injectable()
export class LedgerWishesService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly balances: PoolBalancesService,
  ) {}

  /**
   * Recurring vouchers that fall due in the month and were neither booked nor waived, drafts of its vouchers,
   * and balances that cannot stand at its end. Codes `months.recurringDue`, `months.draftOpen` and those of
   * `standingProblems`.
   */
  async closingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    return [
      ...recurringClosingProblems(month, dueOf(await readRecurring(db, collectiveId), month)),
      ...draftClosingProblems(month, await readOpenDrafts(db, collectiveId)),
      ...standingProblems(
        await this.balances.listThrough(db, collectiveId, month),
        await this.ledger.requireChartOf(db, collectiveId),
      ),
    ];
  }
}
