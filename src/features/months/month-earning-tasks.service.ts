import { Injectable } from '@nestjs/common';
import { addMonths, lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import { taxKey, type TaxPeriodState } from '../../domain/income/tax-states';
import { reconcileWords } from '../../glossary/reconcile-words';
import { taxWords } from '../../glossary/tax-words';
import { villagePaths } from '../../platform/http/office-paths';
import { TaxReadService } from '../income/tax-read.service';
import { YieldAlertsService } from '../income/yield-alerts.service';
import { MonthIncomeTasksService, slipTaskId } from './month-income-tasks.service';
import type { TaskDraft } from './month-task.view';

/**
 * What a month wants of income, and the tax of its periods; a slip says where its energy is not what is
 * expected of the station.
 */
@Injectable()
export class MonthEarningTasksService {
  constructor(
    private readonly income: MonthIncomeTasksService,
    private readonly yields: YieldAlertsService,
    private readonly taxes: TaxReadService,
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
    const wanted = await this.taxes.listWanted(collectiveId, lastDayOf(month));
    return [
      ...tasks.map((task) => (notes.has(task.id) ? { ...task, note: notes.get(task.id) } : task)),
      ...wanted.map((state) => taxTask(collectiveId, state)),
    ];
  }
}

function taxTask(collectiveId: string, state: TaxPeriodState): TaskDraft {
  const href = `${villagePaths(collectiveId).taxes}/${state.from}`;
  const subject = taxWords.task(state);
  return { id: taxKey(state.from), kind: 'deduction', subject, state: 'todo', amount: state.open, href };
}
