import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { lastDecidingDay } from '../../domain/approvals/plan-steps';
import type { Step } from '../../domain/approvals/route';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type PlanGround, readGround } from '../../domain/distribution/plan-ground';
import type { PlanNumber } from '../../domain/distribution/plan-numbers';
import type { PlanState } from '../../domain/distribution/plan-states';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { ReleaseMove } from '../../domain/ledger/promise-releases';
import { type Fen, sumFen } from '../../domain/money/fen';
import { type Bucket, bucketsOf, type PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import type { Claim } from '../../domain/uses/claim';
import { POSTS_USE } from '../../domain/uses/post-uses';
import { Database } from '../../platform/database/database';
import { ApprovalsService, type StepDecision } from '../approvals/approvals.service';
import type { DecidedBy } from '../approvals/routes.service';
import { type ClaimParts, UsesService } from '../uses/uses.service';
import type { GrantEntity } from './grant.entity';
import { PlanGrantsService } from './plan-grants.service';
import { PlanLineClaimEntity } from './plan-line-claim.entity';
import { PlanLineEntity } from './plan-line.entity';
import { PlanNumberEntity } from './plan-number.entity';
import { PlanPacksService } from './plan-packs.service';
import { PlanEntity, type PlanFigures, type PlanForm } from './plan.entity';

/** A claim within a plan, with the grant that stands for it. */
export interface PlannedClaim extends Claim {
  readonly planLineId: string;
  /** The day of its first grant. */
  readonly grantedOn: CalendarDay | undefined;
  /** What of it is granted. Fen. */
  readonly granted: Fen;
  /** What of it will never be granted and was released. Fen. */
  readonly released: Fen;
  /** By which parts it is owed as they are accepted; undefined where it is owed as one sum. */
  readonly byParts: ClaimParts | undefined;
  /** Whether it pays posts and is owed by accepted days alone; not where one sum was granted whole before. */
  readonly byDays: boolean;
  /** The voucher of its grant. */
  readonly grantEntryId: string | undefined;
}

/** A line as read: its use by the pack, its claims, and what of it is not yet granted. Fen. */
export interface PlannedLine {
  readonly id: string;
  readonly bucket: Bucket;
  readonly amount: Fen;
  readonly granted: Fen;
  readonly claims: readonly PlannedClaim[];
}

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
    const inOrder = links.flatMap(({ claimId, planLineId }) =>
      claims.filter((claim) => claim.id === claimId).map((claim) => ({ ...claim, planLineId })),
    );
    const byParts = new Map([
      ...claimsByMonths(inOrder, { grants, months: await this.uses.listMonthGrants(db, collectiveId) }),
      ...(await this.uses.listClaimsByParts(db, collectiveId)),
    ]);
    const byDays = links.length > 0 && (await this.uses.owesByDays(db, collectiveId, plan.periodFrom));
    const planned = inOrder.map((claim) => plannedClaim(claim, { grants, released, byParts, byDays }));
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
      lines: lines.map((line) => lineOf(line, { buckets, planned, grants })),
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

function plannedClaim(
  claim: Claim & { readonly planLineId: string },
  given: {
    readonly grants: readonly GrantEntity[];
    readonly released: readonly ReleaseMove[];
    readonly byDays: boolean;
    readonly byParts: ReadonlyMap<string, ClaimParts>;
  },
): PlannedClaim {
  const own = given.grants.filter((grant) => grant.claimId === claim.id);
  return {
    ...claim,
    grantedOn: own[0]?.grantedOn,
    granted: sumFen(own.map((grant) => grant.amount)),
    released: sumFen(given.released.filter((move) => move.claimId === claim.id).map(({ amount }) => amount)),
    byParts: given.byParts.get(claim.id),
    byDays: given.byDays && isOwedByDays(claim, own),
    grantEntryId: own[0]?.entryId,
  };
}

/** Claims that are no claims for posts, and of which a month on posts is owed. */
function claimsByMonths(
  claims: readonly Pick<Claim, 'id' | 'bucket'>[],
  { grants, months }: { readonly grants: readonly GrantEntity[]; readonly months: ReadonlySet<string> },
): (readonly [string, ClaimParts])[] {
  const owed = new Set(grants.filter(({ id }) => months.has(id)).map(({ claimId }) => claimId));
  return claims
    .filter(({ id, bucket }) => bucket !== POSTS_USE && owed.has(id))
    .map(({ id }) => [id, 'posts'] as const);
}

/** A claim for posts that was not granted whole before. */
function isOwedByDays({ bucket, amount }: Claim, own: readonly GrantEntity[]): boolean {
  return bucket === POSTS_USE && own[0]?.amount !== amount;
}

function lineOf(
  line: PlanLineEntity,
  given: {
    readonly buckets: readonly Bucket[];
    readonly planned: readonly PlannedClaim[];
    readonly grants: readonly GrantEntity[];
  },
): PlannedLine {
  const bucket = given.buckets.find((each) => each.id === line.bucket);
  if (bucket === undefined) throw new DomainError('uses.bucketUnknown', { bucket: line.bucket });
  const ofLine = given.grants.filter((grant) => grant.planLineId === line.id);
  return {
    id: line.id,
    bucket,
    amount: line.amount,
    granted: sumFen(ofLine.map((grant) => grant.amount)),
    claims: given.planned.filter((claim) => claim.planLineId === line.id),
  };
}
