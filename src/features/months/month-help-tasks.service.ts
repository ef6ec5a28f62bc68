import { Injectable } from '@nestjs/common';
import { lastDayOf, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { householdsAsked } from '../../domain/collectives/household-measures';
import { helpTaskWords } from '../../glossary/help-task-words';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { MeasuresService } from '../collectives/measures.service';
import { RosterReadService } from '../collectives/roster-read.service';
import type { TaskDraft } from './month-task.view';

/** What a month wants for households that are watched. It tells how many they are and no name. */
@Injectable()
export class MonthHelpTasksService {
  constructor(
    private readonly measures: MeasuresService,
    private readonly roster: RosterReadService,
    private readonly clock: Clock,
  ) {}

  /** What documents ask for by the month's end and is not done; of months gone by nothing any more. */
  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const today = this.clock.today();
    if (month < monthOf(today)) return [];
    const watched = await this.measures.listWatched(collectiveId);
    const asked = (['measures', 'risk'] as const).map((what) => {
      return { what, due: householdsAsked(watched, what, lastDayOf(month)) };
    });
    if (asked.every(({ due }) => due.length === 0)) return [];
    const lived = new Set((await this.roster.listRoster(collectiveId, today)).map(({ id }) => id));
    return asked.flatMap(({ what, due }): TaskDraft[] => {
      const days = due.filter(({ householdId }) => lived.has(householdId)).map(({ dueOn }) => dueOn);
      const [first] = days.sort();
      if (first === undefined) return [];
      return [
        {
          ...{ id: `help:${what}`, kind: 'grant', subject: helpTaskWords[what] },
          state: first < today ? 'attention' : 'todo',
          note: helpTaskWords.due(days.length, first),
          href: villagePaths(collectiveId).statusReviews,
        },
      ];
    });
  }
}
