import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type PlanWant, planWants } from '../../domain/approvals/plan-approved';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import { ApprovalsService } from '../approvals/approvals.service';
import { PublicityStandings } from '../approvals/publicity-standings.service';
import { GrantEntity } from './grant.entity';
import { decidedBy } from './plan-read.service';
import { PlanEntity } from './plan.entity';

/** The day on which something would be paid, and which debts, each by its voucher; every one where absent. */
export interface PaidOn {
  readonly day: CalendarDay;
  readonly debtIds?: readonly string[];
}

/** Whether plans are approved on a day, so that what they granted may be paid. */
@Injectable()
export class PlanApprovalService {
  constructor(
    private readonly approvals: ApprovalsService,
    private readonly publicity: PublicityStandings,
  ) {}

  /** Debts that a plan granted which is not approved, each with its plan. */
  async waitsOf(
    db: EntityManager,
    collectiveId: string,
    { debtIds, day }: PaidOn,
  ): Promise<ReadonlyMap<string, WaitingPlan>> {
    const asked = debtIds === undefined ? {} : { entryId: In([...new Set(debtIds)]) };
    const grants = await db.findBy(GrantEntity, { collectiveId, ...asked });
    const ids = [...new Set(grants.map(({ planId }) => planId))];
    const plans = await db.findBy(PlanEntity, { collectiveId, id: In(ids) });
    const waiting = new Map<string, WaitingPlan>();
    for (const plan of plans) {
      const wants = await this.wantsOf(db, plan, day);
      const { id: planId, pool, periodFrom: from, periodTo: to } = plan;
      if (wants.length > 0) waiting.set(planId, { planId, pool, from, to, wants });
    }
    return new Map(
      grants.flatMap(({ entryId, planId }) => {
        const plan = waiting.get(planId);
        return plan === undefined ? [] : [[entryId, plan] as const];
      }),
    );
  }

  /** What a plan that was decided still wants on a day before it is approved. */
  async wantsOf(db: EntityManager, plan: PlanEntity, day: CalendarDay): Promise<PlanWant[]> {
    const { collectiveId, id } = plan;
    const by = decidedBy(plan);
    const decisions = await this.approvals.listDecisions(collectiveId, { kind: 'plan', id }, db);
    const every = this.approvals.stepsOf({ ...by, everyStep: true });
    const progress = {
      steps: this.approvals.stepsOf(by),
      passed: decisions.filter(({ outcome }) => outcome === 'passed'),
      hangsBeside: !by.everyStep && every.some(({ kind }) => kind === 'publicity'),
      sheet: await this.publicity.standingOfPlan({ collectiveId, planId: id }, day, db),
    };
    return planWants(progress, day);
  }
}
