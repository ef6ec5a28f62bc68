import { Injectable } from '@nestjs/common';
import { type Month, monthOf } from '../../domain/calendar/calendar-day';
import { sumFen } from '../../domain/money/fen';
import { overpaidTask } from '../../glossary/owed-words';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { SureGrantsService } from '../distribution/sure-grants.service';
import type { TaskDraft } from './month-task.view';

/** What a month says of money that was paid for lists which are owed no more. It keeps no month open. */
@Injectable()
export class MonthOverpaidTasksService {
  constructor(
    private readonly grants: SureGrantsService,
    private readonly clock: Clock,
  ) {}

  /** As it stands today: of months gone by nothing. */
  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    if (month < monthOf(this.clock.today())) return [];
    const { over } = await this.grants.read(collectiveId);
    if (over.length === 0) return [];
    return [
      {
        ...{ id: 'overpaid', kind: 'grant', subject: overpaidTask.subject, state: 'attention' },
        note: overpaidTask.note(sumFen(over.map((each) => each.over))),
        href: villagePaths(collectiveId).owed,
      },
    ];
  }
}
