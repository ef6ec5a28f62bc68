import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PoolFlow } from '../../domain/ledger/journal-entry';
import type { DistributionPlan } from '../distribution/plan-read.service';
import { type CountedLine, CountedLinesService } from '../ledger/counted-lines.service';
import { SurplusService } from '../surplus/surplus.service';

/**
 * The books as a plan's sheet tells them: on the days on which statements count each voucher, which is not
 * always its own where a fact was put right; and, once the plan is approved, as they stood then. What is put
 * right afterwards changes no decision: the next period carries it over.
 */
@Injectable()
export class SheetBooksService {
  constructor(
    private readonly lines: CountedLinesService,
    private readonly surplus: SurplusService,
  ) {}

  /** The lines of a flow that count in the plan's period. */
  async listLines(plan: DistributionPlan, flow: PoolFlow, db: EntityManager): Promise<CountedLine[]> {
    const { collectiveId, pool, periodFrom: from, periodTo: to } = plan;
    const upTo = await this.knownTo(plan, db);
    return this.lines.listLines(db, collectiveId, { pool, flow, from, to, upTo });
  }

  /** The day on which statements count each entry. */
  async listDays(plan: DistributionPlan, db: EntityManager): Promise<Map<string, CalendarDay>> {
    return this.lines.listDays(db, plan.collectiveId, await this.knownTo(plan, db));
  }

  /** How many entries the books had when the plan was approved; undefined while it is not. */
  async knownTo(plan: DistributionPlan, db: EntityManager): Promise<number | undefined> {
    const settled = await this.surplus.listSettled(plan.collectiveId, plan.pool, db);
    return settled.find(({ planId }) => planId === plan.id)?.chainLength ?? undefined;
  }
}
