import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { AssetWishesService } from './asset-wishes.service';
import { MoneyWishesService } from './money-wishes.service';

/** What a month still wants, asked of each step. */
@Injectable()
export class MonthTasksService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetWishesService,
    private readonly books: LedgerReadService,
    private readonly money: MoneyWishesService,
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
      ...(await this.money.closingProblems(db, collectiveId, month)),
    ];
  }
}
