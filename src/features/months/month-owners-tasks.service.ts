import { Injectable } from '@nestjs/common';
import { lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { jointWords } from '../../glossary/joint-words';
import { remarks } from '../../glossary/remarks';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { ConstructionReadService, type RetentionDue } from '../assets/construction-read.service';
import { type CostToKeepBack, CustodyCostsService } from '../deductions/custody-costs.service';
import { CustodyActsService, type OwedToOwner } from '../income/custody-acts.service';
import { JointReadService, type ToldShareChange } from '../income/joint-read.service';
import type { TaskDraft } from './month-task.view';

/**
 * What a month wants for others: money that came for the villages of a kept station and for the owners of
 * what is kept for them, and what was kept back from a builder. It keeps no month open: it stays theirs until
 * it is passed on or paid.
 */
@Injectable()
export class MonthOwnersTasksService {
  constructor(
    private readonly joint: JointReadService,
    private readonly custodies: CustodyActsService,
    private readonly costs: CustodyCostsService,
    private readonly construction: ConstructionReadService,
  ) {}

  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const by = lastDayOf(month);
    const toPassOn = await this.joint.sumToPassOn(collectiveId, by);
    const owed = await this.custodies.listToPassOn(collectiveId, by);
    const toKeepBack = await this.costs.listToKeepBack(collectiveId, by);
    const retained = await this.construction.listRetentionsDue(collectiveId, by);
    const news = await this.joint.listShareNews(collectiveId, month);
    return [
      ...passOnTask(collectiveId, toPassOn),
      ...toKeepBack.map((each) => costTask(collectiveId, each)),
      ...owed.flatMap((each) => ownerTask(collectiveId, each, toKeepBack)),
      ...retained.map((each) => retentionTask(collectiveId, each)),
      ...news.flatMap(shareNews),
    ];
  }
}

/**
 * The owner's part of what a kept asset brought is his, less what of costs he bears and was not kept back.
 * Source: DC 三(五)23.
 */
function ownerTask(
  collectiveId: string,
  { custodyId, asset, amount: owed }: OwedToOwner,
  toKeepBack: readonly CostToKeepBack[],
): TaskDraft[] {
  const amount = owed - (toKeepBack.find((each) => each.custodyId === custodyId)?.now ?? 0n);
  if (amount === 0n) return [];
  const href = villagePaths(collectiveId).custody(asset.id);
  const subject = remarks.passOnToOwner(asset.name);
  return [{ id: `custody:${custodyId}`, kind: 'deduction', subject, state: 'todo', amount, href }];
}

/** What of costs the owner bears is kept back from what came for him. */
function costTask(collectiveId: string, { custodyId, asset, now: amount }: CostToKeepBack): TaskDraft {
  const href = villagePaths(collectiveId).custody(asset.id);
  const subject = remarks.keepBackFromOwner(asset.name);
  return { id: `custodyCosts:${custodyId}`, kind: 'deduction', subject, state: 'todo', amount, href };
}

/** What came for the owners of kept stations is theirs: it is passed on. */
function passOnTask(collectiveId: string, amount: Fen): TaskDraft[] {
  if (amount === 0n) return [];
  const href = villagePaths(collectiveId).passingOn;
  return [{ id: 'passOn', kind: 'deduction', subject: remarks.passOn(), state: 'todo', amount, href }];
}

/** What was kept back is the builder's once its day has come. Source: case A2. */
function retentionTask(collectiveId: string, { projectId, name, due: amount }: RetentionDue): TaskDraft {
  const href = withQuery(villagePaths(collectiveId).construction(projectId), { act: 'retention' });
  const subject = remarks.retentionOf(name);
  return { id: `retention:${projectId}`, kind: 'deduction', subject, state: 'todo', amount, href };
}

/** An owner is told that his part of a joint station is another; nobody has to do anything. */
function shareNews({ change, parts, cut }: ToldShareChange): TaskDraft[] {
  const { id, station, validFrom, paperTitle, paperNumber } = change;
  const subject = jointWords.sharesMoved(station);
  return parts.map(({ owner, before, after }) => ({
    ...{ id: `shares:${id}:${owner}`, kind: 'income', subject, state: 'done' },
    note: [
      jointWords.shareMoved({ before, after, validFrom, paper: `${paperTitle} ${paperNumber}` }),
      ...(cut === undefined ? [] : [jointWords.cutMonth(cut)]),
    ].join('。'),
  }));
}
