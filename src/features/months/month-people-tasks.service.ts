import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/calendar-day';
import { MonthAcceptanceTasksService } from './month-acceptance-tasks.service';
import type { TaskDraft } from './month-task.view';
import { MonthVoucherTasksService } from './month-voucher-tasks.service';

/** What a month wants that no contract and no slip asks for: what people accept, and what they write. */
@Injectable()
export class MonthPeopleTasksService {
  constructor(
    private readonly acceptances: MonthAcceptanceTasksService,
    private readonly vouchers: MonthVoucherTasksService,
  ) {}

  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    return [
      ...(await this.acceptances.listTasks(collectiveId, month)),
      ...(await this.vouchers.listTasks(collectiveId, month)),
    ];
  }
}
