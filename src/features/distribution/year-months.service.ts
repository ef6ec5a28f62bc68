import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { yearOf } from '../../domain/calendar/calendar-day';
import { yearGiven } from '../../domain/distribution/year-given';
import { isSettled } from '../../domain/distribution/year-grants';
import { usedByUse } from '../../domain/distribution/year-plan-checks';
import { type Fen, sumFen } from '../../domain/money/fen';
import { bucketsOf, type PoolId } from '../../domain/policy/pack';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { spanText } from '../../platform/views/day-text';
import { type PaidGrant, PaidGrantsService } from './paid-grants.service';
import { type DistributionPlan, PlanReadService } from './plan-read.service';
import { type ToldYearClaim, YearClaimsService } from './year-claims.service';
import { YearLeftService } from './year-left.service';
import type { WageMonth, YearGivenView } from './year-months.pages';
import type { YearPlan } from './year-plan-read.service';

/** A distribution beside the plan of its year: drafted, on its route, or decided. */
export interface SettlingOf {
  readonly collectiveId: string;
  readonly pool: PoolId;
  readonly to: CalendarDay;
  readonly id?: string;
  readonly state?: DistributionPlan['state'];
}

/** Months on posts that a distribution takes over, and those after it that stay with the year. */
export interface MonthsBeside {
  readonly taken: readonly WageMonth[];
  readonly later: readonly { readonly use: string; readonly granted: Fen }[];
}

/** The months that were granted under the plan of a year, as the pages of both plans show them. */
@Injectable()
export class YearMonthsService {
  constructor(
    private readonly database: Database,
    private readonly lefts: YearLeftService,
    private readonly claims: YearClaimsService,
    private readonly paid: PaidGrantsService,
    private readonly plans: PlanReadService,
  ) {}

  /** What became of each use of a yearly plan; undefined while the year gave nothing. */
  async givenOf(
    plan: Pick<YearPlan, 'collectiveId' | 'pool' | 'year' | 'pack' | 'content'>,
  ): Promise<YearGivenView | undefined> {
    const { collectiveId, pool, year, pack, content } = plan;
    const db = this.database.reader;
    const given = await this.lefts.givenOf(db, collectiveId, { pool, year });
    if (given.size === 0) return undefined;
    const periods = (await this.plans.listPlans(collectiveId)).filter(
      (each) => each.state === 'approved' && each.pool === pool && yearOf(each.periodTo) === year,
    );
    const all = await this.claims.list(db, collectiveId, pool);
    const months = all.filter(({ month, granted }) => yearOf(month) === year && granted > 0n);
    const [ofPeriods, ofMonths] = [periods.map(({ id }) => id), months.map(({ claimId }) => claimId)];
    const grants = (await this.paid.listGrants(collectiveId)).filter(
      ({ planId, claim }) => ofPeriods.includes(planId) || ofMonths.includes(claim.id),
    );
    const uses = new Set(grants.map(({ claim }) => claim.bucket));
    const paid = new Map(
      [...uses].map((use) => [use, paidOf(grants.filter(({ claim }) => claim.bucket === use))]),
    );
    const names = namesOf([...bucketsOf(pack, pool), ...periods.flatMap(bucketsIn)]);
    const paths = villagePaths(collectiveId);
    return {
      uses: yearGiven(usedByUse(content), given, paid).map((row) => ({ ...row, name: names(row.use) })),
      months: months.map((month) => {
        const period = periods.find(({ id }) => id === month.takenBy);
        return {
          ...monthView(collectiveId, { month, grants, name: names(month.use) }),
          settledBy: period && {
            words: spanText(period.periodFrom, period.periodTo),
            href: paths.plan(period.id),
          },
        };
      }),
    };
  }

  /** The months that a decided distribution took over, or that one would take over. */
  async besideOf(of: SettlingOf, nameOf: (use: string) => string): Promise<MonthsBeside> {
    const { collectiveId, pool, to, id, state } = of;
    const all = await this.claims.list(this.database.reader, collectiveId, pool);
    const granted = all.filter((each) => each.granted > 0n);
    const open = granted.filter(({ takenBy }) => takenBy === undefined);
    const isDecided = state === 'approved';
    const taken = isDecided
      ? granted.filter(({ takenBy }) => takenBy === id)
      : open.filter(({ month }) => isSettled(month, to));
    const grants = taken.length === 0 ? [] : await this.paid.listGrants(collectiveId);
    const later = open.filter(({ month }) => !isSettled(month, to) && yearOf(month) === yearOf(to));
    return {
      taken: taken.map((month) => monthView(collectiveId, { month, grants, name: nameOf(month.use) })),
      later: isDecided ? [] : later,
    };
  }
}

function monthView(
  collectiveId: string,
  of: { readonly month: ToldYearClaim; readonly grants: readonly PaidGrant[]; readonly name: string },
): WageMonth {
  const { month, grants, name } = of;
  const own = grants.filter(({ claim }) => claim.id === month.claimId);
  const [voucher] = own.map((each) => each.voucher);
  const href = voucher && villagePaths(collectiveId).voucher(voucher.entryId);
  return { month: month.month, use: name, granted: month.granted, paid: paidOf(own), href };
}

function paidOf(grants: readonly PaidGrant[]): Fen {
  return sumFen(grants.map(({ paid }) => paid));
}

function bucketsIn({ lines }: DistributionPlan): { id: string; name: string }[] {
  return lines.map(({ bucket }) => bucket);
}

/** What uses are called; the first name counts. */
function namesOf(buckets: readonly { readonly id: string; readonly name: string }[]) {
  return (use: string): string => widePunctuation(buckets.find(({ id }) => id === use)?.name ?? use);
}
