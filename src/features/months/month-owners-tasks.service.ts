import { Injectable } from '@nestjs/common';
import { lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { jointWords } from '../../glossary/joint-words';
import { remarks } from '../../glossary/remarks';
import { villagePaths } from '../../platform/http/office-paths';
import { CustodyActsService, type OwedToOwner } from '../income/custody-acts.service';
import { JointReadService, type ToldShareChange } from '../income/joint-read.service';
import type { TaskDraft } from './month-task.view';

/**
 * What a month wants for others: money that came for the villages of a kept station and for the owners of
 * what is kept for them. It keeps no month open: what came stays theirs until it is passed on.
 */
@Injectable()
export class MonthOwnersTasksService {
  constructor(
    private readonly joint: JointReadService,
    private readonly custodies: CustodyActsService,
  ) {}

  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const by = lastDayOf(month);
    const toPassOn = await this.joint.sumToPassOn(collectiveId, by);
    const owed = await this.custodies.listToPassOn(collectiveId, by);
    const news = await this.joint.listShareNews(collectiveId, month);
    return [
      ...passOnTask(collectiveId, toPassOn),
      ...owed.map((each) => ownerTask(collectiveId, each)),
      ...news.flatMap(shareNews),
    ];
  }
}

/** The owner's part of what a kept asset brought is his. Source: DC 三(五)23. */
function ownerTask(collectiveId: string, { custodyId, asset, amount }: OwedToOwner): TaskDraft {
  const href = villagePaths(collectiveId).custody(asset.id);
  const subject = remarks.passOnToOwner(asset.name);
  return { id: `custody:${custodyId}`, kind: 'deduction', subject, state: 'todo', amount, href };
}

/** What came for the owners of kept stations is theirs: it is passed on. */
function passOnTask(collectiveId: string, amount: Fen): TaskDraft[] {
  if (amount === 0n) return [];
  const href = villagePaths(collectiveId).passingOn;
  return [{ id: 'passOn', kind: 'deduction', subject: remarks.passOn(), state: 'todo', amount, href }];
}

/** An owner is told that his part of a joint station is another; nobody has to do anything. */
function shareNews({ change, parts }: ToldShareChange): TaskDraft[] {
  const { id, station, validFrom, paperTitle, paperNumber } = change;
  const subject = jointWords.sharesMoved(station);
  return parts.map(({ owner, before, after }) => ({
    ...{ id: `shares:${id}:${owner}`, kind: 'income', subject, state: 'done' },
    note: jointWords.shareMoved({ before, after, validFrom, paper: `${paperTitle} ${paperNumber}` }),
  }));
}
