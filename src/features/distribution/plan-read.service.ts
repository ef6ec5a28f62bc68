import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { lastDecidingDay } from '../../domain/approvals/plan-steps';
import type { Step } from '../../domain/approvals/route';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type PlanGround, readGround } from '../../domain/distribution/plan-ground';
import type { PlanNumber } from '../../domain/distribution/plan-numbers';
import type { PlanState } from '../../domain/distribution/plan-states';
import type { SettlingLine } from '../../domain/distribution/year-grants';
import type { Pool } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import { bucketsOf, type PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { Database } from '../../platform/database/database';
import { ApprovalsService, type StepDecision } from '../approvals/approvals.service';
import type { DecidedBy } from '../approvals/routes.service';
import { UsesService } from '../uses/uses.service';
import { PlanGrantsService } from './plan-grants.service';
import { PlanLineClaimEntity } from './plan-line-claim.entity';
import { PlanLineEntity } from './plan-line.entity';
import { PlanNumberEntity } from './plan-number.entity';
import { PlanPacksService } from './plan-packs.service';
import { type PlannedClaim, type PlannedLine, plannedLines } from './planned-lines';
import { PlanEntity, type PlanFigures, type PlanForm } from './plan.entity';

export type { PlannedClaim, PlannedLine };

/** A plan with everything that stands on its page. */
export interface DistributionPlan {
  readonly id: string;
  readonly collectiveId: string;
  readonly pool: Pool;
  readonly periodFrom: CalendarDay;
  readonly periodTo: CalendarDay;
  readonly revision: number;
  readonly state: PlanState;
  readonly packId: string;
  readonly packDigest: string;
  readonly routeId: string;
  readonly draftedBy: string;
  readonly draftedOn: CalendarDay;
  /** The instant it was saved. */
  readonly draftedAt: string;
  readonly figures: PlanFigures;
  readonly reasons: Readonly<Record<string, string>>;
  readonly leftOverNote: string;
  readonly digest: string | undefined;
  readonly form: PlanForm;
  /** The policy it stands under, as it stood when the plan was drafted. */
  readonly pack: PolicyPack;
  /** The numbers it is judged by beside the document's, by id. */
  readonly numbers: readonly PlanNumber[];
  /** What the books said when it was drafted; plans of the first form kept nothing. */
  readonly ground: PlanGround | undefined;
  readonly lines: readonly PlannedLine[];
  readonly decisions: readonly StepDecision[];
  /** The steps it takes: all of its route's; of plans of before meetings and reviews alone. */
  readonly steps: readonly Step[];
  /** Its route's text, kept when it was submitted; of a draft as it stands. Plans of before kept none. */
  readonly routeText: string | null;
}

/** Reading plans: a line's money, who decided, what is granted. */
@Injectable()
export class PlanReadService {
  constructor(
    private readonly database: Database,
    private readonly packs: PlanPacksService,
    private readonly uses: UsesService,
    private readonly approvals: ApprovalsService,
    private readonly grants: PlanGrantsService,
  ) {}

  /** @throws DomainError `plan.unknown` */
  async requirePlan(
    collectiveId: string,
    planId: string,
    db: EntityManager = this.database.reader,
  ): Promise<DistributionPlan> {
    const plan = await db.findOneBy(PlanEntity, { collectiveId, id: planId });
    if (plan === null) throw new DomainError('plan.unknown', { planId });
    return this.withLines(db, plan);
  }

  /** The plans of a collective, newest first, without those that were voided. */
  async listPlans(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<DistributionPlan[]> {
    const standing: PlanState[] = ['drafted', 'submitted', 'returned', 'approved'];
    const plans = await db.find(PlanEntity, {
      where: { collectiveId, state: In(standing) },
      order: { id: 'DESC' },
    });
    const read: DistributionPlan[] = [];
    for (const plan of plans) read.push(await this.withLines(db, plan));
    return read;
  }

  /** The plan that pays a claim. @throws DomainError `plan.unknown` */
  async requirePlanOf(
    collectiveId: string,
    claimId: string,
    db: EntityManager = this.database.reader,
  ): Promise<DistributionPlan> {
    const link = await db.findOneBy(PlanLineClaimEntity, { collectiveId, claimId });
    return this.requirePlan(collectiveId, link?.planId ?? '', db);
  }

  private async withLines(db: EntityManager, plan: PlanEntity): Promise<DistributionPlan> {
    const { collectiveId } = plan;
    const within = { collectiveId, planId: plan.id };
    const lines = await db.find(PlanLineEntity, { where: within, order: { lineNumber: 'ASC' } });
    const links = await db.find(PlanLineClaimEntity, { where: within, order: { place: 'ASC' } });
    const claims = await this.uses.listClaims(
      db,
      collectiveId,
      links.map((link) => link.claimId),
    );
    const grants = await this.grants.listStanding(db, collectiveId, plan.id);
    const released = await this.grants.listReleased(db, collectiveId, plan.id);
    const pack = await this.packs.packOf(db, plan);
    const buckets = bucketsOf(pack, poolOfPack(plan.pool));
    const numbers = await db.findBy(PlanNumberEntity, within);
    const months = await this.uses.listMonthGrants(db, collectiveId);
    const byParts = await this.uses.listClaimsByParts(db, collectiveId);
    const byDays = links.length > 0 && (await this.uses.owesByDays(db, collectiveId, plan.periodFrom));
    return {
      id: plan.id,
      collectiveId,
      pool: plan.pool,
      ...{ periodFrom: plan.periodFrom, periodTo: plan.periodTo },
      revision: plan.revision,
      state: plan.state,
      packId: plan.packId,
      packDigest: plan.packDigest,
      routeId: plan.routeId,
      draftedBy: plan.draftedBy,
      draftedOn: plan.draftedOn,
      draftedAt: plan.draftedAt,
      figures: plan.figures,
      reasons: plan.reasons,
      leftOverNote: plan.leftOverNote,
      digest: plan.digest ?? undefined,
      form: plan.form,
      pack,
      numbers: numbers.map(numberOf).sort((one, other) => (one.id < other.id ? -1 : 1)),
      ground: plan.ground === null ? undefined : readGround(plan.ground),
      lines: plannedLines(lines, { buckets, links, claims, grants, released, months, byParts, byDays }),
      decisions: await this.approvals.listDecisions(collectiveId, { kind: 'plan', id: plan.id }, db),
      ...this.routeOf(plan),
    };
  }

  /** By which route a plan goes; the digest of a draft is taken of the route as it stands. */
  private routeOf(plan: PlanEntity): Pick<DistributionPlan, 'steps' | 'routeText'> {
    const steps = this.approvals.stepsOf(decidedBy(plan));
    if (plan.form !== 'plan/4') return { steps, routeText: null };
    return { steps, routeText: plan.routeText ?? this.approvals.routeText(plan.routeId) };
  }
}

/** The two pools a policy pack speaks of; members' and earmarked money is distributed under other rules. */
export function poolOfPack(pool: Pool): 'pv' | 'other' {
  if (pool === 'pv' || pool === 'other') return pool;
  throw new DomainError('plan.poolNotDistributed', { pool });
}

/** The days of a pool that a plan distributes. */
export function periodOf(plan: Pick<DistributionPlan, 'pool' | 'periodFrom' | 'periodTo'>): {
  readonly pool: 'pv' | 'other';
  readonly from: CalendarDay;
  readonly to: CalendarDay;
} {
  return { pool: poolOfPack(plan.pool), from: plan.periodFrom, to: plan.periodTo };
}

/** A plan's lines as they settle what was granted before: use, name and amount. */
export function settlingLines({ lines }: Pick<DistributionPlan, 'lines'>): SettlingLine[] {
  return lines.map(({ bucket, amount }) => ({ use: bucket.id, name: bucket.name, amount }));
}

/** The uses that the document of a plan names for its pool. */
export function usesOf({ pack, pool }: Pick<DistributionPlan, 'pack' | 'pool'>): string[] {
  return bucketsOf(pack, poolOfPack(pool)).map(({ id }) => id);
}

/** What of a claim is neither granted nor released. */
export function openOf({ amount, granted, released }: PlannedClaim): Fen {
  return amount - granted - released;
}

/** Whether nothing of a claim is granted, in whole or by parts, and something of it may be. */
export function isUntouched(claim: PlannedClaim): boolean {
  return claim.byParts === undefined && claim.grantedOn === undefined && openOf(claim) > 0n;
}

/** By which route and which of its steps a plan is decided, as the register of decisions asks. */
export function decidedBy({ routeId, routeText, form }: PlanEntity): DecidedBy {
  return { routeId, routeText, everyStep: form === 'plan/4' };
}

/** What of a line is neither granted nor released. */
export function lineLeft({ amount, granted, claims }: PlannedLine): Fen {
  return amount - granted - sumFen(claims.map(({ released }) => released));
}

/** The day on which the last of the steps that decide was taken: from then on its lines are promised. */
export function approvedOn(plan: Pick<DistributionPlan, 'steps' | 'decisions' | 'draftedOn'>): CalendarDay {
  return lastDecidingDay(plan) ?? plan.draftedOn;
}

function numberOf({ numberId: id, decidedBy, value, validFrom, paper }: PlanNumberEntity): PlanNumber {
  const given = { value: value ?? undefined, from: validFrom ?? undefined, paper: paper ?? undefined };
  return { id, decidedBy, ...given };
}
