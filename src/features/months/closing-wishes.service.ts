import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { type LostRows, readLostRows } from '../../platform/audit/lost-rows';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { VoucherSignaturesService } from '../ledger/voucher-signatures.service';
import { MonthTasksService } from './month-tasks.service';
import { YearBooksService } from './year-books.service';

/** What is still wanted of a month before it is held, and before it is sealed. */
@Injectable()
export class ClosingWishesService {
  constructor(
    private readonly database: Database,
    private readonly tasks: MonthTasksService,
    private readonly years: YearBooksService,
    private readonly signatures: VoucherSignaturesService,
    private readonly clock: Clock,
  ) {}

  /** What the steps still want, and of a December the end of its year. */
  async stepProblems(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<Problem[]> {
    const problems = await this.tasks.closingProblems(collectiveId, month, db);
    return [
      ...problems,
      ...(await this.years.decemberProblems(db, { collectiveId, month })),
      ...lostProblems(await readLostRows(db, collectiveId)),
    ];
  }

  /** What keeps a month open: what each step still wants, and its last day. */
  async holdingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    return [...(await this.stepProblems(collectiveId, month, db)), ...this.notOver(month)];
  }

  /** What keeps a month from being sealed: what the steps want, and vouchers only their maker has seen. */
  async sealingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    const problems = await this.stepProblems(collectiveId, month, db);
    return [...problems, ...(await this.signatures.reviewProblems(collectiveId, month, db))];
  }

  private notOver(month: Month): Problem[] {
    const day = lastDayOf(month);
    if (day <= this.clock.today()) return [];
    return [{ code: 'months.notOver', field: 'month', value: month, facts: { month, day } }];
  }
}

/** With a contract gone nobody knows what was due by it: a month is not closed over what is missing. */
function lostProblems(lost: readonly LostRows[]): Problem[] {
  const rows = lost.reduce((sum, { count }) => sum + count, 0);
  return rows === 0 ? [] : [{ code: 'months.rowsLost', field: 'month', facts: { rows } }];
}
