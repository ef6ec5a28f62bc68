import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { owedOn } from '../../domain/uses/owed-on';
import { type CalendarDay, type Month, yearOf } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { paysPosts, POSTS_USE } from '../../domain/uses/post-uses';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import { approvedClaimsOf } from './approved-claims';
import { GrantingService } from './granting.service';
import {
  approvedOn,
  type DistributionPlan,
  isUntouched,
  openOf,
  type PlannedClaim,
  PlanReadService,
  usesOf,
} from './plan-read.service';
import { YearGrantingService, type YearPostsUse } from './year-granting.service';
import { type YearPlan, YearPlanReadService } from './year-plan-read.service';

/** A claim for posts of an approved plan that still has money, with its plan. */
export interface PostsClaim {
  readonly plan: DistributionPlan;
  readonly claim: PlannedClaim;
}

/** A decided plan of a year whose use for posts has something open. */
export interface YearOfPosts {
  readonly plan: YearPlan;
  readonly use: YearPostsUse;
}

/** A month that was accepted: what it comes to, for how many people, and what its books allow. */
export interface AcceptedMonth {
  readonly month: Month;
  readonly amount: Fen;
  readonly people: number;
  readonly acceptedOn: CalendarDay;
  readonly openMonths: readonly Month[];
  readonly placeOf: string | undefined;
  /** Who prepares the voucher. */
  readonly by: string;
}

/** What pays a month on posts: a claim of a distribution, or the plan of the year before one is decided. */
@Injectable()
export class MonthGrantsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
    private readonly years: YearPlanReadService,
    private readonly granting: GrantingService,
    private readonly ofYear: YearGrantingService,
  ) {}

  /** The claims for posts of approved plans of which something is left. */
  async listClaims(collectiveId: string, db: EntityManager = this.database.reader): Promise<PostsClaim[]> {
    const plans = await this.plans.listPlans(collectiveId, db);
    return plans
      .flatMap((plan) => approvedClaimsOf(plan, paysPosts))
      .filter(({ claim }) => owesMonths(claim) && openOf(claim) > 0n);
  }

  /** The decided plans of a month's year that may pay it: of posts, with something open, not settled yet. */
  async listYears(collectiveId: string, month: Month): Promise<YearOfPosts[]> {
    const year = yearOf(month);
    const found: YearOfPosts[] = [];
    for (const pool of ['pv', 'other'] as const) {
      const plan = await this.years.findDecided({ collectiveId, pool, year });
      const use = plan === undefined ? undefined : await this.ofYear.findOpen(plan, month);
      if (plan !== undefined && use !== undefined) found.push({ plan, use });
    }
    return found;
  }

  /**
   * Grants a month of what pays it: a claim for posts, or a decided plan of the year, either by its id.
   * @throws DomainError `attendance.notPosts`, `attendance.owedOtherwise`, `grant.*`, `yearGrant.*`,
   *   `plan.*`, `period.*`; FormProblems `policy.*`, `reentry.*`
   */
  async grant(
    tx: EntityManager,
    { collectiveId, claimId }: { readonly collectiveId: string; readonly claimId: string },
    accepted: AcceptedMonth,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { month, amount, people, acceptedOn, openMonths, placeOf, by } = accepted;
    const bookedUnder = (plan: DistributionPlan | YearPlan) => {
      const grantedOn = owedOn({ month, acceptedOn, approvedOn: approvedOn(plan), openMonths });
      return { amount, grantedOn, about: month, owedAs: 'posts' as const, placeOf, by };
    };
    const year = await this.years.findPlan(collectiveId, claimId, tx);
    if (year !== undefined) return this.ofYear.grantMonth(tx, year, { ...bookedUnder(year), people });
    const plan = await this.plans.requirePlanOf(collectiveId, claimId, tx);
    requirePosts(plan, claimId);
    return this.granting.grantPart(tx, plan, { ...bookedUnder(plan), claimId });
  }
}

/**
 * Wages of posts are owed by a claim for posts; where the document names no use for them by a claim of which
 * nothing else is owed.
 */
function requirePosts(plan: DistributionPlan, claimId: string): void {
  const line = plan.lines.find(({ claims }) => claims.some(({ id }) => id === claimId));
  const claim = line?.claims.find(({ id }) => id === claimId);
  if (line === undefined || claim === undefined || !paysPosts(line.bucket.id, usesOf(plan)))
    throw new DomainError('attendance.notPosts', { use: line?.bucket.name ?? '' });
  if (!owesMonths(claim)) throw new DomainError('attendance.owedOtherwise', { forWhat: claim.forWhat });
}

/** Whether months may be owed of a claim: it is for posts, or nothing but months is owed of it. */
function owesMonths(claim: PlannedClaim): boolean {
  return claim.bucket === POSTS_USE || claim.byParts === 'posts' || isUntouched(claim);
}
