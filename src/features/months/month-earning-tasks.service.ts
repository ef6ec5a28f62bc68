import { Injectable } from '@nestjs/common';
import { addMonths, type Month } from '../../domain/calendar/calendar-day';
import { reconcileWords } from '../../glossary/reconcile-words';
import { YieldAlertsService } from '../income/yield-alerts.service';
import { MonthIncomeTasksService, slipTaskId } from './month-income-tasks.service';
import type { TaskDraft } from './month-task.view';

/** What a month wants of income; a slip says where its energy is not what is expected of the station. */
@Injectable()
export class MonthEarningTasksService {
  constructor(
    private readonly income: MonthIncomeTasksService,
    private readonly yields: YieldAlertsService,
  ) {}

  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const alerts = await this.yields.listAlerts(collectiveId, addMonths(month, -1));
    const notes = new Map(
      alerts.map(({ assetId, level, expected }) => [
        slipTaskId(assetId),
        reconcileWords.level(level, expected),
      ]),
    );
    const tasks = await this.income.listTasks(collectiveId, month);
    return tasks.map((task) => (notes.has(task.id) ? { ...task, note: notes.get(task.id) } : task));
  }
}
