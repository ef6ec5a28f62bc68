import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import type { Step } from '../../domain/approvals/route';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type PlanGround, readGround } from '../../domain/distribution/plan-ground';
import type { PlanNumber } from '../../domain/distribution/plan-numbers';
import { type YearFigures, yearFigures, type YearPlanContent } from '../../domain/distribution/year-plan';
import type { YearPlanState } from '../../domain/distribution/year-plan-states';
import type { PolicyPack, PoolId } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { Database } from '../../platform/database/database';
import { ApprovalsService, type StepDecision } from '../approvals/approvals.service';
import { PlanPacksService } from './plan-packs.service';
import { YearPlanEntity, YearPlanLineEntity } from './year-plan.entity';

/** The kind under which the register of decisions knows yearly plans. */
export const YEAR_PLAN = 'year_plan';

/** A yearly use plan with everything that stands on its page. */
export interface YearPlan {
  readonly id: string;
  readonly collectiveId: string;
  readonly pool: PoolId;
  readonly year: number;
  readonly revision: number;
  readonly state: YearPlanState;
  readonly packId: string;
  readonly packDigest: string;
  /** The policy it stands under, as it stood when it was drafted. */
  readonly pack: PolicyPack;
  readonly routeId: string;
  /** Its route's text, kept when it was submitted; of a draft as it stands. */
  readonly routeText: string;
  readonly steps: readonly Step[];
  readonly draftedBy: string;
  readonly draftedOn: CalendarDay;
  /** The instant it was saved. */
  readonly draftedAt: string;
  readonly numbers: readonly PlanNumber[];
  readonly ground: PlanGround;
  readonly reasons: Readonly<Record<string, string>>;
  readonly changeWhy: string;
  /** The keeper's proposal from which it was drafted; null where it was from none. */
  readonly proposalId: string | null;
  readonly digest: string | undefined;
  readonly content: YearPlanContent;
  readonly reserveFor: string;
  readonly figures: YearFigures;
  readonly decisions: readonly StepDecision[];
}

/** Reading yearly plans. */
@Injectable()
export class YearPlanReadService {
  constructor(
    private readonly database: Database,
    private readonly packs: PlanPacksService,
    private readonly approvals: ApprovalsService,
  ) {}

  /** @throws DomainError `plan.unknown` */
  async requirePlan(
    collectiveId: string,
    planId: string,
    db: EntityManager = this.database.reader,
  ): Promise<YearPlan> {
    const plan = await this.findPlan(collectiveId, planId, db);
    if (plan === undefined) throw new DomainError('plan.unknown', { planId });
    return plan;
  }

  /** Undefined where it is the id of no yearly plan. */
  async findPlan(
    collectiveId: string,
    planId: string,
    db: EntityManager = this.database.reader,
  ): Promise<YearPlan | undefined> {
    const plan = await db.findOneBy(YearPlanEntity, { collectiveId, id: planId });
    return plan === null ? undefined : this.withLines(db, plan);
  }

  /** The plan of a year that was decided and stands; undefined where there is none. */
  async findDecided(
    { collectiveId, pool, year }: Pick<YearPlan, 'collectiveId' | 'pool' | 'year'>,
    db: EntityManager = this.database.reader,
  ): Promise<YearPlan | undefined> {
    const row = await db.findOneBy(YearPlanEntity, { collectiveId, pool, year, state: 'approved' });
    return row === null ? undefined : this.withLines(db, row);
  }

  /** The plan of the same pool and year that was decided before a revision; undefined of a first one. */
  async decidedBefore(
    { collectiveId, pool, year, revision }: YearPlan,
    db: EntityManager,
  ): Promise<YearPlan | undefined> {
    const plans = await this.listPlans(collectiveId, db);
    return plans.find((each) => {
      const isOfYear = each.pool === pool && each.year === year && each.revision < revision;
      return isOfYear && (each.state === 'approved' || each.state === 'replaced');
    });
  }

  /** The yearly plans of a collective, newest first, without those that were voided. */
  async listPlans(collectiveId: string, db: EntityManager = this.database.reader): Promise<YearPlan[]> {
    const where = { collectiveId, state: Not<YearPlanState>('voided') };
    const rows = await db.find(YearPlanEntity, { where, order: { id: 'DESC' } });
    const read: YearPlan[] = [];
    for (const row of rows) read.push(await this.withLines(db, row));
    return read;
  }

  private async withLines(db: EntityManager, row: YearPlanEntity): Promise<YearPlan> {
    const { collectiveId, id, routeId, routeText, ground, digest, pool, year, revision, state } = row;
    const order = { lineNumber: 'ASC' } as const;
    const lines = await db.find(YearPlanLineEntity, { where: { collectiveId, planId: id }, order });
    const content = contentOf(lines);
    const { packId, packDigest, draftedBy, draftedOn, draftedAt, numbers, reasons, changeWhy, proposalId } =
      row;
    return {
      ...{ collectiveId, id, pool, year, revision, state, packId, packDigest, routeId },
      ...{ draftedBy, draftedOn, draftedAt, numbers, reasons, changeWhy, proposalId, content },
      pack: await this.packs.packOf(db, row),
      routeText: routeText ?? this.approvals.routeText(routeId),
      steps: this.approvals.stepsOf({ routeId, routeText, everyStep: true }),
      ground: readGround(ground),
      digest: digest ?? undefined,
      reserveFor: lines.find(({ part }) => part === 'reserve')?.forWhat ?? '',
      figures: yearFigures(content),
      decisions: await this.approvals.listDecisions(collectiveId, { kind: YEAR_PLAN, id }, db),
    };
  }
}

function contentOf(lines: readonly YearPlanLineEntity[]): YearPlanContent {
  const of = (part: YearPlanLineEntity['part']) => lines.filter((line) => line.part === part);
  return {
    money: of('money').map(({ code, proposed, basis, amount, why }) => {
      return { code, proposed: proposed ?? undefined, basis: basis === '' ? 'none' : basis, amount, why };
    }),
    uses: of('use').map(({ code: bucket, forWhat, people, standard, months, amount }) => {
      const isPosts = people !== null && standard !== null && months !== null;
      return { bucket, forWhat, posts: isPosts ? { people, standard, months } : undefined, amount };
    }),
    reserve: of('reserve')[0]?.amount ?? 0n,
  };
}
