import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { objectionTaskWords } from '../../glossary/objection-task-words';
import { planName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { noticePaths } from '../../platform/http/notice-paths';
import { villagePaths } from '../../platform/http/office-paths';
import type { Collective } from '../collectives/collectives.service';
import { MovedSheetsService } from '../distribution/moved-sheets.service';
import { ObjectionsService } from '../notices/objections.service';
import { BookChecksService } from './book-checks.service';
import type { QueuedMoved } from './moved-sheets.pages';
import type { TownshipPageProps } from './township.pages';
import type { WaitingObjections } from './waiting-objections.pages';

/** A check is made every day; one that is older than two has been missed. */
const HOURS_UNTIL_STALE = 48;

/** What a township watches beside the plans: figures that moved, people without an answer, broken books. */
@Injectable()
export class OpenMattersService {
  constructor(
    private readonly moved: MovedSheetsService,
    private readonly objections: ObjectionsService,
    private readonly checks: BookChecksService,
  ) {}

  /** The decided plans whose figures have moved since, while no later plan has the difference. */
  async listMoved(villages: readonly Collective[]): Promise<QueuedMoved[]> {
    const queued: QueuedMoved[] = [];
    for (const village of villages) {
      const sheets = await this.moved.listMoved(village.id);
      for (const { plan, moved } of sheets.filter(({ waits }) => waits)) {
        queued.push({
          village: village.name,
          plan: planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`)),
          href: villagePaths(village.id).plan(plan.id),
          vouchers: moved.within.length + moved.later.length,
          effect: moved.change + moved.laterChange,
        });
      }
    }
    return queued;
  }

  /** The villages whose people wait for an answer, the overdue ones first. */
  async listObjections(villages: readonly Collective[], today: CalendarDay): Promise<WaitingObjections[]> {
    const waiting: WaitingObjections[] = [];
    for (const { id, name } of villages) {
      const of = await this.objections.waitingOf(id, today);
      if (of === undefined) continue;
      const words = objectionTaskWords.waits(of.open, of.overdue, of.firstDueOn);
      waiting.push({ village: name, href: noticePaths(id).objections, words, isOverdue: of.overdue > 0 });
    }
    return waiting.sort((one, other) => Number(other.isOverdue) - Number(one.isOverdue));
  }

  /** The villages whose last check found a break, or was too long ago, or never was. */
  async listAmiss(villages: readonly Collective[]): Promise<TownshipPageProps['checks']> {
    const amiss: TownshipPageProps['checks'][number][] = [];
    for (const { id, name } of villages) {
      const last = await this.checks.findLast(id);
      const line = { village: name, href: villagePaths(id).check };
      if (last === undefined) amiss.push(line);
      else if (last.breaks > 0) amiss.push({ ...line, broken: last.breaks });
      else if (this.checks.hoursSince(last.checkedAt) > HOURS_UNTIL_STALE) {
        amiss.push({ ...line, daysAgo: Math.floor(this.checks.hoursSince(last.checkedAt) / 24) });
      }
    }
    return amiss;
  }
}
