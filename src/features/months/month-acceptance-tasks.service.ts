import { Injectable } from '@nestjs/common';
import { lastDayOf, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { acceptanceTaskWords } from '../../glossary/acceptance-task-words';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import type { GlyphState } from '../../platform/views/state-glyph';
import { AttendanceService, type ToldSheet } from '../uses/attendance.service';
import { IndustryService, waitingStage } from '../uses/industry.service';
import { PostsOutOfPlaceService } from '../uses/posts-out-of-place.service';
import { WorksService } from '../uses/works.service';
import type { TaskDraft } from './month-task.view';

/** Where the days on posts stand, and what is missing. */
const ATTENDANCE: Readonly<Record<'none' | ToldSheet['state'], { state: GlyphState; note?: string }>> = {
  none: { state: 'todo', note: acceptanceTaskWords.notEntered },
  superseded: { state: 'todo', note: acceptanceTaskWords.notEntered },
  entered: { state: 'doing', note: acceptanceTaskWords.waits },
  takenBack: { state: 'attention', note: acceptanceTaskWords.takenBack },
  owed: { state: 'done' },
};

/**
 * What a month wants of those who accept what others did: days on posts, labour sheets, stages of industry.
 * They keep no month open: what is accepted later is owed in the month that is open then.
 */
@Injectable()
export class MonthAcceptanceTasksService {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly posts: PostsOutOfPlaceService,
    private readonly works: WorksService,
    private readonly industry: IndustryService,
    private readonly clock: Clock,
  ) {}

  /**
   * The month's days on posts once it is over, what on a post the list of members has overtaken, then every
   * sheet and stage up to it that waits.
   */
  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const tasks = [
      ...(await this.attendanceTasks(collectiveId, month)),
      ...(await this.postTasks(collectiveId)),
    ];
    for (const { id, name, sheets } of await this.works.listWorks(collectiveId)) {
      const open = sheets.filter(({ state, to }) => isWaiting(state) && monthOf(to) <= month);
      tasks.push(
        ...open.map(({ id: sheetId, sheetNumber, amount, state }): TaskDraft => {
          const href = villagePaths(collectiveId).workSheet({ workId: id, sheetId });
          const subject = acceptanceTaskWords.sheet(name, sheetNumber);
          return { ...waitingTask(state), id: `sheet:${sheetId}`, subject, amount, href };
        }),
      );
    }
    for (const project of await this.industry.listProjects(collectiveId)) {
      const stage = waitingStage(project);
      if (stage === undefined || monthOf(stage.reachedOn) > month) continue;
      const href = villagePaths(collectiveId).industryProject(project.id);
      const subject = acceptanceTaskWords.stage(project.name, stage.stageNumber);
      const { id, amount, state } = stage;
      tasks.push({ ...waitingTask(state), id: `stage:${id}`, subject, amount, href });
    }
    return tasks;
  }

  private async postTasks(collectiveId: string): Promise<TaskDraft[]> {
    const posts = await this.posts.listPosts(collectiveId);
    return posts.map(({ postId, name, people }) => ({
      ...{ id: `post:${postId}`, kind: 'grant', state: 'attention' },
      subject: acceptanceTaskWords.post(name),
      note: acceptanceTaskWords.outOfPlace(people),
      href: villagePaths(collectiveId).post(postId),
    }));
  }

  private async attendanceTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const today = this.clock.today();
    if (month > monthOf(today)) return [];
    const last = (await this.attendance.listSheets(collectiveId, month)).at(-1);
    if (last === undefined && lastDayOf(month) >= today) return [];
    if (last === undefined && (await this.attendance.listRows(collectiveId, month)).length === 0) return [];
    const amount = last?.state === 'owed' || last?.state === 'entered' ? { amount: last.amount } : {};
    return [
      {
        ...{ id: 'attendance', kind: 'grant', subject: acceptanceTaskWords.attendance, ...amount },
        ...ATTENDANCE[last?.state ?? 'none'],
        href: villagePaths(collectiveId).attendance(month),
      },
    ];
  }
}

function isWaiting(state: string): boolean {
  return state === 'entered' || state === 'takenBack';
}

function waitingTask(state: string): Pick<TaskDraft, 'kind' | 'state' | 'note'> {
  const isBack = state === 'takenBack';
  const note = isBack ? acceptanceTaskWords.takenBack : acceptanceTaskWords.waits;
  return { kind: 'grant', state: isBack ? 'attention' : 'doing', note };
}
