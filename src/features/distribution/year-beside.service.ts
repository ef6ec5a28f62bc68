import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import { type ProposedUse, usesOfOwner } from '../../domain/distribution/owner-proposal';
import { unspentUses, useBefore } from '../../domain/distribution/year-before';
import { yearBeside } from '../../domain/distribution/year-beside';
import { usedByUse } from '../../domain/distribution/year-plan-checks';
import { sumFen } from '../../domain/money/fen';
import { bucketsOf, type PoolId } from '../../domain/policy/pack';
import { yearBeforeWords, yearPlanWords } from '../../glossary/year-plan-words';
import { villagePaths } from '../../platform/http/office-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { OwnerProposalsService } from './owner-proposals.service';
import { type DistributionPlan, lineLeft, PlanReadService } from './plan-read.service';
import { YearPlanReadService } from './year-plan-read.service';
import type { YearBesideView } from './year-beside.pages';
import { YearMonthsService } from './year-months.service';
import type { YearBeforeView } from './year-plan-parts.pages';

/** The distribution that a year's plan stands beside: of which pool, ending on which day. */
interface BesideOf {
  readonly collectiveId: string;
  readonly pool: string;
  readonly to: string;
  /** Its id, where it is drafted: what it gives itself is this period's. */
  readonly id?: string;
  readonly state?: DistributionPlan['state'];
}

/** The yearly plan whose year before is told. */
interface BeforeOf {
  readonly collectiveId: string;
  readonly pool: PoolId;
  readonly year: number;
}

/** The decided yearly plan beside a distribution of its year. */
@Injectable()
export class YearBesideService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly years: YearPlanReadService,
    private readonly proposals: OwnerProposalsService,
    private readonly months: YearMonthsService,
  ) {}

  /** What a keeper proposes to a village, as its own draft may begin. @throws `yearPlan.notProposed` */
  async offerTo(
    { collectiveId, pool, year }: BeforeOf,
    proposalId: string,
  ): Promise<{ readonly proposalId: string; readonly uses: readonly ProposedUse[] }> {
    const of = { proposalId, pool, year };
    const { uses, parts } = await this.proposals.requireOffered(collectiveId, of);
    return { proposalId, uses: usesOfOwner(uses, parts, collectiveId) };
  }

  /** In words, from which proposal a plan is drafted; undefined where from none. */
  async proposedWords(collectiveId: string, proposalId: string): Promise<string | undefined> {
    if (proposalId === '') return undefined;
    const offered = await this.proposals.findOffered(collectiveId, proposalId);
    if (offered === undefined) return undefined;
    const own = usesOfOwner(offered.uses, offered.parts, collectiveId);
    return yearPlanWords.proposed(offered, sumFen(own.map(({ amount }) => amount)));
  }

  /**
   * What each use was planned and given in the year before a yearly plan, in words: by the decided plan of
   * that year, and by the distributions of its periods.
   */
  async beforeOf(
    { collectiveId, pool, year }: BeforeOf,
    uses: readonly { readonly id: string }[],
  ): Promise<YearBeforeView> {
    const before = year - 1;
    const yearPlan = await this.years.findDecided({ collectiveId, pool, year: before });
    const periods = (await this.plans.listPlans(collectiveId)).filter(
      (plan) => plan.state === 'approved' && plan.pool === pool && yearOf(plan.periodTo) === before,
    );
    const lines = periods.flatMap((plan) => plan.lines);
    const known = { plan: yearPlan?.content.uses, given: periods.length === 0 ? undefined : lines };
    const told = uses.map(({ id }) => [id, useBefore(id, known)] as const);
    const { without, ofUse } = yearBeforeWords;
    const isKnown = known.plan !== undefined || known.given !== undefined;
    return {
      note: without(before, { plan: known.plan !== undefined, periods: known.given !== undefined }),
      unspent: unspentUses(lines).map((use) => ({ ...use, name: widePunctuation(use.name) })),
      releases: periods
        .filter((plan) => plan.lines.some((line) => lineLeft(line) > 0n))
        .map(({ id, periodFrom, periodTo }) => ({
          ...{ from: periodFrom, through: periodTo },
          href: villagePaths(collectiveId).planAct(id, 'releases'),
        })),
      words: isKnown ? Object.fromEntries(told.map(([id, use]) => [id, ofUse(before, use)])) : {},
    };
  }

  /** Undefined where no plan of the year was decided. */
  async besideOf(of: BesideOf): Promise<YearBesideView | undefined> {
    const { collectiveId, pool, to, id } = of;
    const year = yearOf(to);
    if (pool !== 'pv' && pool !== 'other') return undefined;
    const yearPlan = await this.years.findDecided({ collectiveId, pool, year });
    if (yearPlan === undefined) return undefined;
    const decided = (await this.plans.listPlans(collectiveId)).filter(
      (plan) =>
        plan.state === 'approved' &&
        plan.pool === pool &&
        plan.id !== id &&
        yearOf(plan.periodTo) === year &&
        plan.periodTo <= to,
    );
    const lines = decided.flatMap((plan) => plan.lines);
    const uses = lines.map((line) => {
      return { use: line.bucket.id, granted: line.granted, toGrant: lineLeft(line) };
    });
    const names = new Map(
      [...bucketsOf(yearPlan.pack, yearPlan.pool), ...lines.map(({ bucket }) => bucket)].map((each) => [
        each.id,
        each.name,
      ]),
    );
    const nameOf = (use: string): string => widePunctuation(names.get(use) ?? use);
    const { taken, later } = await this.months.besideOf({ ...of, pool }, nameOf);
    const ofLater = later.map(({ use, granted }) => ({ use, granted, toGrant: 0n }));
    return {
      year,
      href: villagePaths(collectiveId).yearPlan(yearPlan.id),
      rows: yearBeside(usedByUse(yearPlan.content), [...uses, ...ofLater]).map((row) => {
        return { ...row, name: nameOf(row.use) };
      }),
      months: taken,
      isDecided: of.state === 'approved',
      later: sumFen(later.map(({ granted }) => granted)),
    };
  }
}
