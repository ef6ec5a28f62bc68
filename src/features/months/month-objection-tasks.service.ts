import { Injectable } from '@nestjs/common';
import { type Month, monthOf } from '../../domain/calendar/calendar-day';
import { objectionTaskWords } from '../../glossary/objection-task-words';
import { Clock } from '../../platform/clock/clock';
import { noticePaths } from '../../platform/http/notice-paths';
import { ObjectionsService } from '../notices/objections.service';
import type { TaskDraft } from './month-task.view';

/** What villagers said of a sheet and nobody has answered: it stands on the desk until somebody does. */
@Injectable()
export class MonthObjectionTasksService {
  constructor(
    private readonly objections: ObjectionsService,
    private readonly clock: Clock,
  ) {}

  /** One line for all of them; of months gone by none. */
  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const today = this.clock.today();
    if (month < monthOf(today)) return [];
    const waiting = await this.objections.waitingOf(collectiveId, today);
    if (waiting === undefined) return [];
    const { open, overdue, firstDueOn } = waiting;
    return [
      {
        ...{ id: 'objections', kind: 'plan', subject: objectionTaskWords.subject },
        state: overdue > 0 ? 'attention' : 'todo',
        note: objectionTaskWords.waits(open, overdue, firstDueOn),
        href: noticePaths(collectiveId).objections,
      },
    ];
  }
}
