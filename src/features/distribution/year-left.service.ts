import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, daysOfYear, yearOf } from '../../domain/calendar/calendar-day';
import { type DecidedUse, leftByUse, type YearLeft, yearBeside } from '../../domain/distribution/year-beside';
import {
  isSettled,
  requireCovered,
  type SettlingLine,
  usesBelowGiven,
} from '../../domain/distribution/year-grants';
import { usedByUse } from '../../domain/distribution/year-plan-checks';
import { type Fen, sumFen } from '../../domain/money/fen';
import { bucketsOf, type PoolId } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { lineLeft, PlanReadService } from './plan-read.service';
import { PlanEntity } from './plan.entity';
import { type PoolUpTo, type ToldYearClaim, YearClaimsService } from './year-claims.service';
import { type YearPlan, YearPlanReadService } from './year-plan-read.service';

/** What decided distributions of a year leave of its decided plan, use by use, and grants of its months. */
@Injectable()
export class YearLeftService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly years: YearPlanReadService,
    private readonly claims: YearClaimsService,
  ) {}

  /**
   * What a distribution that ends on a day may take of the year's plan: what is planned, less what those that
   * were decided for the year up to that day give, and what was granted of later months. What was granted of
   * its own months it takes over. Undefined where no plan of the year was decided.
   */
  async leftOf(
    db: EntityManager,
    collectiveId: string,
    { pool, to }: { readonly pool: PoolId; readonly to: CalendarDay },
  ): Promise<YearLeft | undefined> {
    const year = yearOf(to);
    const plan = await this.years.findDecided({ collectiveId, pool, year }, db);
    if (plan === undefined) return undefined;
    const decided = await this.listDecided(db, collectiveId, { pool, to });
    const open = await this.listOpenOf(db, collectiveId, { pool, year });
    const later = open.filter(({ month }) => !isSettled(month, to));
    const given = [...decided, ...later.map(({ use, granted }) => ({ use, granted, toGrant: 0n }))];
    return { planId: plan.id, left: leftByUse(yearBeside(usedByUse(plan.content), given)) };
  }

  /** What distributions of a year's periods up to a day were decided to give. */
  async listDecided(
    db: EntityManager,
    collectiveId: string,
    { pool, to }: PoolUpTo,
  ): Promise<(DecidedUse & { readonly takenOver: Fen })[]> {
    const rows = await db.findBy(PlanEntity, { collectiveId, pool, state: 'approved' });
    const lines = [];
    for (const { id, periodTo } of rows) {
      if (yearOf(periodTo) !== yearOf(to) || periodTo > to) continue;
      lines.push(...(await this.plans.requirePlan(collectiveId, id, db)).lines);
    }
    return lines.map((line) => {
      const { bucket, granted, takenOver } = line;
      return { use: bucket.id, granted, toGrant: lineLeft(line), takenOver };
    });
  }

  /** What was granted under the plan of a year and no distribution settles yet. */
  async listOpenOf(
    db: EntityManager,
    collectiveId: string,
    { pool, year }: { readonly pool: PoolId; readonly year: number },
  ): Promise<ToldYearClaim[]> {
    const open = await this.claims.listOpen(db, collectiveId, pool);
    return open.filter(({ month }) => yearOf(month) === year);
  }

  /** What the year gave to each use so far: by its distributions, and by grants that none settles yet. */
  async givenOf(
    db: EntityManager,
    collectiveId: string,
    of: { readonly pool: PoolId; readonly year: number },
  ): Promise<ReadonlyMap<string, { readonly decided: Fen; readonly granted: Fen }>> {
    const { to } = daysOfYear(of.year);
    const decided = await this.listDecided(db, collectiveId, { pool: of.pool, to });
    const open = await this.listOpenOf(db, collectiveId, of);
    const uses = new Set([...decided, ...open].map(({ use }) => use));
    return new Map(
      [...uses].map((use) => [
        use,
        {
          decided: sumFen(
            decided.filter((each) => each.use === use).map((each) => each.granted + each.toGrant),
          ),
          granted: sumFen(open.filter((each) => each.use === use).map((each) => each.granted)),
        },
      ]),
    );
  }

  /**
   * Refuses a revision of a decided plan that plans less of a use than the year gave to it already.
   * @throws DomainError `yearPlan.belowGiven` naming the use and by how much it is short
   */
  async requireGiven(db: EntityManager, plan: YearPlan): Promise<void> {
    const { collectiveId, pool, year, pack, content } = plan;
    if ((await this.years.findDecided({ collectiveId, pool, year }, db)) === undefined) return;
    const given = [...(await this.givenOf(db, collectiveId, { pool, year }))];
    const sums = given.map(([use, { decided, granted }]) => [use, decided + granted] as const);
    const [below] = usesBelowGiven(usedByUse(content), Object.fromEntries(sums));
    if (below === undefined) return;
    const name = bucketsOf(pack, pool).find(({ id }) => id === below.use)?.name ?? below.use;
    throw new DomainError('yearPlan.belowGiven', { ...below, use: name });
  }

  /**
   * What a distribution's lines take over of what was granted of its months under the plan of the year.
   * @throws DomainError `plan.belowGranted`
   */
  async takenBy(
    db: EntityManager,
    collectiveId: string,
    { lines, ...period }: PoolUpTo & { readonly lines: readonly SettlingLine[] },
  ): Promise<ToldYearClaim[]> {
    const taken = await this.claims.listSettledBy(db, collectiveId, period);
    requireCovered(lines, taken);
    return taken;
  }
}
