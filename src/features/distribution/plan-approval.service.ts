import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type PlanProgress, type PlanWant, planWants } from '../../domain/approvals/plan-approved';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import type { Pool } from '../../domain/ledger/journal-entry';
import { groupedBy } from '../../domain/shared/grouped';
import { ApprovalsService, type StepDecision } from '../approvals/approvals.service';
import { type KnownAt, PublicityStandings } from '../approvals/publicity-standings.service';
import { GrantEntity } from './grant.entity';
import { decidedBy } from './plan-read.service';
import { PlanEntity } from './plan.entity';

/** The day on which something would be paid, and which debts, each by its voucher; every one where absent. */
export interface PaidOn {
  readonly day: CalendarDay;
  readonly debtIds?: readonly string[];
}

/** A plan that granted something, with what it wanted whenever anybody asked. */
export interface KnownPlan {
  readonly pool: Pool;
  /** The vouchers of its grants. */
  readonly debtIds: readonly string[];
  /** Undefined where it was approved. */
  readonly waitingAt: (known: KnownAt) => WaitingPlan | undefined;
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
    const { collectiveId, id: planId } = plan;
    const progress = await this.progressOf(db, plan);
    const sheet = await this.publicity.standingOfPlan({ collectiveId, planId }, day, db);
    return planWants({ ...progress, sheet }, day);
  }

  /** The plans that granted something, of those that note every step of their route. */
  async listKnown(db: EntityManager, collectiveId: string): Promise<KnownPlan[]> {
    const grants = await db.findBy(GrantEntity, { collectiveId });
    const debtsOf = groupedBy(grants, ({ planId }) => planId);
    const plans = await db.findBy(PlanEntity, { collectiveId, id: In([...debtsOf.keys()]) });
    return Promise.all(
      plans
        .filter((plan) => decidedBy(plan).everyStep)
        .map(async (plan): Promise<KnownPlan> => {
          const { id: planId, pool, periodFrom: from, periodTo: to } = plan;
          const wantsAt = await this.historyOf(db, plan);
          return {
            ...{ pool, debtIds: (debtsOf.get(planId) ?? []).map(({ entryId }) => entryId) },
            waitingAt: (known) => {
              const wants = wantsAt(known);
              return wants.length === 0 ? undefined : { planId, pool, from, to, wants };
            },
          };
        }),
    );
  }

  /** What a plan wanted on any day, as was known at any instant. */
  private async historyOf(db: EntityManager, plan: PlanEntity): Promise<(known: KnownAt) => PlanWant[]> {
    const { collectiveId, id: planId } = plan;
    const { passed, ...progress } = await this.progressOf(db, plan);
    const sheetOf = await this.publicity.historyOfPlan({ collectiveId, planId }, db);
    return (known) => {
      const taken = passed.filter(({ decidedAt }) => decidedAt <= known.at);
      return planWants({ ...progress, passed: taken, sheet: sheetOf(known) }, known.day);
    };
  }

  private async progressOf(
    db: EntityManager,
    plan: PlanEntity,
  ): Promise<Omit<PlanProgress, 'sheet' | 'passed'> & { readonly passed: readonly StepDecision[] }> {
    const { collectiveId, id } = plan;
    const by = decidedBy(plan);
    const decisions = await this.approvals.listDecisions(collectiveId, { kind: 'plan', id }, db);
    const every = this.approvals.stepsOf({ ...by, everyStep: true });
    return {
      steps: this.approvals.stepsOf(by),
      passed: decisions.filter(({ outcome }) => outcome === 'passed'),
      hangsBeside: !by.everyStep && every.some(({ kind }) => kind === 'publicity'),
    };
  }
}
