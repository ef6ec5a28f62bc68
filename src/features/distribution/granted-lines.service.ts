import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysOfYear } from '../../domain/calendar/calendar-day';
import type { PlanLineMoney } from '../../domain/distribution/line-money';
import { type Fen, sumFen } from '../../domain/money/fen';
import { type Bucket, bucketsOf } from '../../domain/policy/pack';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { GrantEntity } from './grant.entity';
import { lineLeft, PlanReadService } from './plan-read.service';
import { TakenClaimEntity } from './year-claim.entity';
import { YearClaimsService } from './year-claims.service';
import { YearLeftService } from './year-left.service';
import { type YearPlan, YearPlanReadService } from './year-plan-read.service';

/** A grant that was made, also one that was taken back, under the line of a plan that settles it. */
export interface MadeGrant {
  readonly entryId: string;
  readonly planId: string;
  /** Of a year's use that no distribution settles yet its year, pool and use. */
  readonly planLineId: string;
}

/** A line under which something was granted, and what is promised of it. Fen. */
export type GrantedLine = Omit<PlanLineMoney, 'paid'>;

/** The lines under which grants were made: of a period's plan, or the use of a year's. */
@Injectable()
export class GrantedLinesService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly years: YearPlanReadService,
    private readonly lefts: YearLeftService,
    private readonly claims: YearClaimsService,
  ) {}

  /** Every grant with the line that settles it. */
  async listMade(db: EntityManager, collectiveId: string): Promise<MadeGrant[]> {
    const grants = await db.findBy(GrantEntity, { collectiveId });
    const taken = new Map(
      (await db.findBy(TakenClaimEntity, { collectiveId })).map((link) => [link.claimId, link]),
    );
    const years = new Map(
      (await this.claims.listEvery(db, collectiveId)).map((claim) => [claim.claimId, claim]),
    );
    return grants.map(({ entryId, claimId, planId, planLineId }) => {
      const link = taken.get(claimId);
      if (link !== undefined) return { entryId, planId: link.planId, planLineId: link.planLineId };
      const year = years.get(claimId);
      return { entryId, planId, planLineId: year === undefined ? planLineId : yearLineId(year) };
    });
  }

  /** The lines of some grants, each once. */
  async listLines(
    db: EntityManager,
    collectiveId: string,
    made: readonly MadeGrant[],
  ): Promise<GrantedLine[]> {
    const wanted = new Set(made.map(({ planLineId }) => planLineId));
    const lines = new Map<string, GrantedLine>();
    for (const planId of new Set(made.map((each) => each.planId))) {
      const year = await this.years.findPlan(collectiveId, planId, db);
      const found =
        year === undefined
          ? await this.linesOfPeriod(db, collectiveId, planId)
          : await this.linesOfYear(db, year);
      for (const line of found) if (wanted.has(line.planLineId)) lines.set(line.planLineId, line);
    }
    return [...lines.values()];
  }

  private async linesOfPeriod(
    db: EntityManager,
    collectiveId: string,
    planId: string,
  ): Promise<GrantedLine[]> {
    const plan = await this.plans.requirePlan(collectiveId, planId, db);
    const { pool, pack, periodFrom: from, periodTo: to } = plan;
    return plan.lines.map((line) => ({
      ...{ planLineId: line.id, planId, pool, pack, from, to, ...useOf(line.bucket) },
      promised: line.granted + lineLeft(line),
    }));
  }

  /**
   * The uses of the plan that stands for a year: a revision takes the place of the one before it. Promised is
   * what was granted of it and no distribution settles, with what is still open.
   */
  private async linesOfYear(
    db: EntityManager,
    { collectiveId, pool, year }: YearPlan,
  ): Promise<GrantedLine[]> {
    const plan = await this.years.findDecided({ collectiveId, pool, year }, db);
    if (plan === undefined) return [];
    const given = await this.lefts.givenOf(db, collectiveId, { pool, year });
    return bucketsOf(plan.pack, pool).map((bucket) => {
      const planned = sumFen(
        plan.content.uses.filter((use) => use.bucket === bucket.id).map(({ amount }) => amount),
      );
      const { decided = 0n, granted = 0n } = given.get(bucket.id) ?? {};
      return {
        ...{ planLineId: yearLineId({ pool, month: String(year), use: bucket.id }), planId: plan.id, year },
        ...{ pool, pack: plan.pack, ...daysOfYear(year), ...useOf(bucket) },
        promised: most(granted, planned - decided),
      };
    });
  }
}

/** The use of a year's plan under one name, whichever revision stands. */
function yearLineId({ pool, month, use }: { pool: string; month: string; use: string }): string {
  return `${pool} ${month.slice(0, 4)} ${use}`;
}

function useOf({ id, name }: Bucket): { bucket: string; name: string } {
  return { bucket: id, name: widePunctuation(name) };
}

function most(one: Fen, other: Fen): Fen {
  return one > other ? one : other;
}
