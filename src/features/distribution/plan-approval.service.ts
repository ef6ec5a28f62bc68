import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { decidingCount } from '../../domain/approvals/plan-steps';
import { type PlanProgress, type PlanWant, planWants } from '../../domain/approvals/plan-approved';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import type { Pool } from '../../domain/ledger/journal-entry';
import { groupedBy } from '../../domain/shared/grouped';
import { ApprovalsService, type StepDecision } from '../approvals/approvals.service';
import { type KnownAt, PublicityStandings } from '../approvals/publicity-standings.service';
import { GrantEntity } from './grant.entity';
import { type DebtPlan, debtPlanOf, standsAt, yearDebtPlanOf } from './debt-plans';
import { PlanEntity } from './plan.entity';
import { YearPlanEntity } from './year-plan.entity';

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

/** What a plan wanted on any day, as was known at any instant. */
interface PlanHistory {
  readonly told: DebtPlan['told'];
  /** The instant of the last step that decided it. */
  readonly decidedAt: string;
  readonly wantsAt: (known: KnownAt) => PlanWant[];
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
    const waiting = new Map<string, WaitingPlan>();
    for (const [planId, plan] of await this.plansOf(db, collectiveId, grants)) {
      const stands = plan.at(-1);
      const wants = stands === undefined ? [] : await this.wantsOf(db, stands, day);
      if (stands !== undefined && wants.length > 0) waiting.set(planId, { ...stands.told, wants });
    }
    return new Map(
      grants.flatMap(({ entryId, planId }) => {
        const plan = waiting.get(planId);
        return plan === undefined ? [] : [[entryId, plan] as const];
      }),
    );
  }

  /** The plans that granted something, of those that note every step of their route. */
  async listKnown(db: EntityManager, collectiveId: string): Promise<KnownPlan[]> {
    const grants = await db.findBy(GrantEntity, { collectiveId });
    const debtsOf = groupedBy(grants, ({ planId }) => planId);
    const known: KnownPlan[] = [];
    for (const [planId, plans] of await this.plansOf(db, collectiveId, grants)) {
      const [first] = plans;
      if (first?.by.everyStep !== true) continue;
      const histories = await Promise.all(plans.map((plan) => this.historyOf(db, plan)));
      known.push({
        pool: first.told.pool,
        debtIds: (debtsOf.get(planId) ?? []).map(({ entryId }) => entryId),
        waitingAt: (at) => {
          const { told, wantsAt } = standsAt(histories, at.at);
          const wants = wantsAt(at);
          return wants.length === 0 ? undefined : { ...told, wants };
        },
      });
    }
    return known;
  }

  /**
   * Who granted, by the id of the plan: of a period the plan itself, of a year with the revisions that were
   * decided since, in their order; the last of them stands.
   */
  private async plansOf(
    db: EntityManager,
    collectiveId: string,
    grants: readonly Pick<GrantEntity, 'planId'>[],
  ): Promise<ReadonlyMap<string, DebtPlan[]>> {
    const id = In([...new Set(grants.map(({ planId }) => planId))]);
    const plans = await db.findBy(PlanEntity, { collectiveId, id });
    const found = new Map(plans.map((plan) => [plan.id, [debtPlanOf(plan)]]));
    for (const { id: planId, pool, year, revision } of await db.findBy(YearPlanEntity, {
      collectiveId,
      id,
    })) {
      const state = In(['approved', 'replaced']);
      const decided = await db.find(YearPlanEntity, {
        where: { collectiveId, pool, year, state },
        order: { revision: 'ASC' },
      });
      found.set(planId, decided.filter((each) => each.revision >= revision).map(yearDebtPlanOf));
    }
    return found;
  }

  /** What a plan that was decided still wants on a day before it is approved. */
  private async wantsOf(db: EntityManager, plan: DebtPlan, day: CalendarDay): Promise<PlanWant[]> {
    const { collectiveId, told } = plan;
    const progress = await this.progressOf(db, plan);
    const sheet = await this.publicity.standingOfPlan({ collectiveId, planId: told.planId }, day, db);
    return planWants({ ...progress, sheet }, day);
  }

  /** What a plan wanted on any day, as was known at any instant, and when it was decided. */
  private async historyOf(db: EntityManager, plan: DebtPlan): Promise<PlanHistory> {
    const { collectiveId, told } = plan;
    const { passed, ...progress } = await this.progressOf(db, plan);
    const sheetOf = await this.publicity.historyOfPlan({ collectiveId, planId: told.planId }, db);
    return {
      told,
      decidedAt: passed.slice(0, decidingCount(progress.steps)).at(-1)?.decidedAt ?? '',
      wantsAt: (known) => {
        const taken = passed.filter(({ decidedAt }) => decidedAt <= known.at);
        return planWants({ ...progress, passed: taken, sheet: sheetOf(known) }, known.day);
      },
    };
  }

  private async progressOf(
    db: EntityManager,
    plan: DebtPlan,
  ): Promise<Omit<PlanProgress, 'sheet' | 'passed'> & { readonly passed: readonly StepDecision[] }> {
    const { collectiveId, by, subject } = plan;
    const decisions = await this.approvals.listDecisions(collectiveId, subject, db);
    const every = this.approvals.stepsOf({ ...by, everyStep: true });
    return {
      steps: this.approvals.stepsOf(by),
      passed: decisions.filter(({ outcome }) => outcome === 'passed'),
      hangsBeside: !by.everyStep && every.some(({ kind }) => kind === 'publicity'),
    };
  }
}
