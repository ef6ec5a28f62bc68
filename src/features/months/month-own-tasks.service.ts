import { Injectable } from '@nestjs/common';
import { addMonths, type CalendarDay, type Month } from '../../domain/calendar/calendar-day';
import { remarks } from '../../glossary/remarks';
import { KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import { slipFormName } from '../income/settlement-view.service';
import type { TaskDraft } from './month-task.view';
import { MonthTaskListService } from './month-task-list.service';

/** Whose month it is, and from which day on its books answer. */
export interface OwnMonth {
  readonly collectiveId: string;
  readonly userId: string;
  readonly month: Month;
  readonly openedOn: CalendarDay;
}

/** Everything a month wants done, as one person finds it: with the slips that he left half typed. */
@Injectable()
export class MonthOwnTasksService {
  constructor(
    private readonly list: MonthTaskListService,
    private readonly forms: KeptFormsService,
  ) {}

  async listTasks({ collectiveId, userId, month, openedOn }: OwnMonth): Promise<TaskDraft[]> {
    const tasks = await this.list.listTasks(collectiveId, month, openedOn);
    const kept = await this.forms.listKept({ collectiveId, userId });
    return tasks.map((task) => {
      const { slipOf, state } = task;
      const keptAt = slipOf && kept.get(slipFormName(slipOf, addMonths(month, -1)));
      return keptAt === undefined || state === 'done' ? task : { ...task, note: remarks.halfTyped(keptAt) };
    });
  }
}
