import { Injectable } from '@nestjs/common';
import { compareDrafts } from '../../domain/distribution/compare-revisions';
import { bucketsOf } from '../../domain/policy/pack';
import { whatIfWords } from '../../glossary/what-if-words';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import { PlanHistoryService } from './plan-history.service';
import type { RevisionsView } from './plan-revisions.pages';
import { besideBefore, submittedBefore } from './plan-revisions.view';
import { yearDraftOf } from './what-if.view';
import { YearBesideService } from './year-beside.service';
import type { YearGivenView } from './year-months.pages';
import { YearMonthsService } from './year-months.service';
import { usedBuckets } from './year-plan-head.view';
import type { YearBeforeView } from './year-plan-parts.pages';
import { type YearPlan, YearPlanReadService } from './year-plan-read.service';
import { YearPlanEntity } from './year-plan.entity';

/** A yearly plan, or what of one is typed. */
export interface YearPlanShown extends Pick<
  YearPlan,
  'collectiveId' | 'pool' | 'year' | 'revision' | 'pack' | 'content'
> {
  /** The keeper's proposal from which it is drafted; empty where from none. */
  readonly proposalId: string;
}

/** What a yearly plan's page tells beside its figures. */
interface YearPlanBeside {
  readonly before: YearBeforeView;
  readonly proposed: string | undefined;
  readonly revisions: RevisionsView | undefined;
  readonly given: YearGivenView | undefined;
}

/** What stands beside a yearly plan: the year before, a keeper's proposal, the drafts of it before. */
@Injectable()
export class YearPlanBesideService {
  constructor(
    private readonly database: Database,
    private readonly plans: YearPlanReadService,
    private readonly histories: PlanHistoryService,
    private readonly years: YearBesideService,
    private readonly months: YearMonthsService,
  ) {}

  async besideOf(shown: YearPlanShown): Promise<YearPlanBeside> {
    const { collectiveId, pack, pool, proposalId } = shown;
    return {
      before: await this.years.beforeOf(shown, bucketsOf(pack, pool)),
      proposed: await this.years.proposedWords(collectiveId, proposalId),
      revisions: await this.revisionsOf(shown),
      given: await this.months.givenOf(shown),
    };
  }

  /** What a keeper proposes to a village, as its own draft may begin. @throws `yearPlan.notProposed` */
  offerTo(...asked: Parameters<YearBesideService['offerTo']>): ReturnType<YearBesideService['offerTo']> {
    return this.years.offerTo(...asked);
  }

  /** The plan beside the last one of its year that was submitted before it; undefined where none was. */
  private async revisionsOf(shown: YearPlanShown): Promise<RevisionsView | undefined> {
    const { collectiveId, pool, year } = shown;
    const order = { revision: 'DESC' } as const;
    const all = await this.database.reader.find(YearPlanEntity, {
      where: { collectiveId, pool, year },
      order,
    });
    const earlier = submittedBefore(all, shown.revision);
    const [last] = earlier;
    if (last === undefined) return undefined;
    const before = await this.plans.requirePlan(collectiveId, last.id);
    const lines = usedBuckets(before).map((bucket) => ({ bucket }));
    const paths = villagePaths(collectiveId);
    return besideBefore(shown.revision, before, {
      earlier: earlier.map(({ id, revision }) => ({ revision, href: paths.yearPlan(id) })),
      compared: compareDrafts(yearDraftOf(before.content, before), yearDraftOf(shown.content, shown)),
      returned: await this.histories.returnOf({ ...before, lines }),
      words: whatIfWords.year,
    });
  }
}
