import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { NewIncomeStandingService } from '../distribution/new-income-standing.service';
import { BankReadService } from '../ledger/bank-read.service';
import { LedgerWishesService } from '../ledger/ledger-wishes.service';

/** What vouchers, the bank and grants still want before a month is held. */
@Injectable()
export class MoneyWishesService {
  constructor(
    private readonly vouchers: LedgerWishesService,
    private readonly bank: BankReadService,
    private readonly newIncomes: NewIncomeStandingService,
  ) {}

  /** Of vouchers, the bank, and `months.grantAboveNewIncome` from the month of its first grant on. */
  async closingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    const above = await this.newIncomes.listAbove(db, collectiveId);
    return [
      ...(await this.vouchers.closingProblems(db, collectiveId, month)),
      ...(await this.bank.closingProblems(collectiveId, month, db)),
      ...above.filter(({ since }) => since <= month).map(({ problem }) => problem),
    ];
  }
}
