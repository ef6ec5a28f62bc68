import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { BankReadService } from '../ledger/bank-read.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LedgerWishesService } from '../ledger/ledger-wishes.service';
import { AssetWishesService } from './asset-wishes.service';

/** What a month still wants, asked of each step. */
@Injectable()
export class MonthTasksService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetWishesService,
    private readonly books: LedgerReadService,
    private readonly vouchers: LedgerWishesService,
    private readonly bank: BankReadService,
  ) {}

  /** Everything that keeps a month from being held. */
  async closingProblems(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<Problem[]> {
    const { openedOn } = await this.books.requireChain(collectiveId, db);
    return [
      ...(await this.assets.closingProblems(db, collectiveId, { month, openedOn })),
      ...(await this.vouchers.closingProblems(db, collectiveId, month)),
      ...(await this.bank.closingProblems(collectiveId, month, db)),
    ];
  }
}
