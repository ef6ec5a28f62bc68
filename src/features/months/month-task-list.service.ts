import { Injectable } from '@nestjs/common';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import { MonthAssetTasksService } from './month-asset-tasks.service';
import { MonthBankTasksService } from './month-bank-tasks.service';
import { MonthEarningTasksService } from './month-earning-tasks.service';
import { MonthPeopleTasksService } from './month-people-tasks.service';
import { MonthSpendingTasksService } from './month-spending-tasks.service';
import type { TaskDraft } from './month-task.view';

/** Everything a month wants done, step by step in the order of the money. */
@Injectable()
export class MonthTaskListService {
  constructor(
    private readonly income: MonthEarningTasksService,
    private readonly spending: MonthSpendingTasksService,
    private readonly assets: MonthAssetTasksService,
    private readonly people: MonthPeopleTasksService,
    private readonly bank: MonthBankTasksService,
  ) {}

  async listTasks(collectiveId: string, month: Month, openedOn: CalendarDay): Promise<TaskDraft[]> {
    const tasks = [
      ...(await this.income.listTasks(collectiveId, month)),
      ...(await this.spending.listTasks(collectiveId, month, openedOn)),
      ...(await this.assets.listTasks(collectiveId, month)),
      ...(await this.people.listTasks(collectiveId, month)),
    ];
    return [...tasks, ...(await this.bank.listTasks(collectiveId, month, tasks))];
  }
}
