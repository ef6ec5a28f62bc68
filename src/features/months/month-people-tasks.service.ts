import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/calendar-day';
import { MonthAcceptanceTasksService } from './month-acceptance-tasks.service';
import { MonthHelpTasksService } from './month-help-tasks.service';
import { MonthObjectionTasksService } from './month-objection-tasks.service';
import { MonthOwedTasksService } from './month-owed-tasks.service';
import type { TaskDraft } from './month-task.view';
import { MonthVoucherTasksService } from './month-voucher-tasks.service';

/** What a month wants that no contract and no slip asks for: of people who accept, help, write and ask. */
@Injectable()
export class MonthPeopleTasksService {
  constructor(
    private readonly acceptances: MonthAcceptanceTasksService,
    private readonly help: MonthHelpTasksService,
    private readonly vouchers: MonthVoucherTasksService,
    private readonly owed: MonthOwedTasksService,
    private readonly objections: MonthObjectionTasksService,
  ) {}

  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    return [
      ...(await this.acceptances.listTasks(collectiveId, month)),
      ...(await this.help.listTasks(collectiveId, month)),
      ...(await this.owed.listTasks(collectiveId, month)),
      ...(await this.objections.listTasks(collectiveId, month)),
      ...(await this.vouchers.listTasks(collectiveId, month)),
    ];
  }
}
