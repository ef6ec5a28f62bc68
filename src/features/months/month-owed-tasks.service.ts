import { Injectable } from '@nestjs/common';
import { type Month, monthOf } from '../../domain/calendar/calendar-day';
import { payTaskWords } from '../../glossary/payout-words';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { PayListWaitsService } from '../payouts/pay-list-waits.service';
import { MonthOverpaidTasksService } from './month-overpaid-tasks.service';
import type { TaskDraft } from './month-task.view';

/** What a month says of what people are owed: paid over, on no list, with the bank. It keeps none open. */
@Injectable()
export class MonthOwedTasksService {
  constructor(
    private readonly overpaid: MonthOverpaidTasksService,
    private readonly waits: PayListWaitsService,
    private readonly clock: Clock,
  ) {}

  /** As it stands today: of months gone by nothing. */
  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    if (month < monthOf(this.clock.today())) return [];
    const { unlisted, silent } = await this.waits.waitsOf(collectiveId);
    const paths = villagePaths(collectiveId);
    const tasks: TaskDraft[] = silent.map((list) => ({
      ...{ id: `paySent:${list.listId}`, kind: 'grant', subject: payTaskWords.sent(list) },
      ...{ state: list.days > 0 ? 'attention' : 'todo', amount: list.amount },
      note: payTaskWords.silent(list.days),
      href: paths.payList(list.listId),
    }));
    if (unlisted.amount > 0n)
      tasks.push({
        ...{ id: 'payUnlisted', kind: 'grant', subject: payTaskWords.unlisted, state: 'todo' },
        ...{ amount: unlisted.amount, note: payTaskWords.people(unlisted.people), href: paths.newPayList },
      });
    return [...(await this.overpaid.listTasks(collectiveId, month)), ...tasks];
  }
}
