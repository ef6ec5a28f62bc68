import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { Clock } from '../../platform/clock/clock';
import { VoucherSignaturesService } from '../ledger/voucher-signatures.service';
import { MonthTasksService } from './month-tasks.service';

/** What is still wanted of a month before it is held, and before it is sealed. */
@Injectable()
export class ClosingWishesService {
  constructor(
    private readonly tasks: MonthTasksService,
    private readonly signatures: VoucherSignaturesService,
    private readonly clock: Clock,
  ) {}

  /** What keeps a month open: what each step still wants, and its last day. */
  async holdingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    const problems = await this.tasks.closingProblems(collectiveId, month, db);
    return [...problems, ...this.notOver(month)];
  }

  /** What keeps a month from being sealed: what the steps want, and vouchers only their maker has seen. */
  async sealingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    const problems = await this.tasks.closingProblems(collectiveId, month, db);
    return [...problems, ...(await this.signatures.reviewProblems(collectiveId, month, db))];
  }

  private notOver(month: Month): Problem[] {
    const day = lastDayOf(month);
    if (day <= this.clock.today()) return [];
    return [{ code: 'months.notOver', field: 'month', value: month, facts: { month, day } }];
  }
}
