import { Injectable } from '@nestjs/common';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { noticePaths } from '../../platform/http/notice-paths';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { OwnerProposalsViewService } from './owner-proposals-view.service';
import { PlanHistoryService } from './plan-history.service';
import { stateGlyph } from './plan-view.service';
import { YearPlanViewService } from './year-plan-view.service';
import type { PlanListPageProps } from './plan-list.pages';

/** The list of a village's plans. */
@Injectable()
export class PlanListViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly history: PlanHistoryService,
    private readonly clock: Clock,
    private readonly years: YearPlanViewService,
    private readonly proposals: OwnerProposalsViewService,
  ) {}

  /** All plans that stand, newest first. */
  async pageOf(visit: PageVisit, collectiveId: string): Promise<PlanListPageProps> {
    const today = this.clock.today();
    const plans = await this.history.listTold(collectiveId, today);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      plans: plans.map(({ plan, stateWord }) => ({
        href: paths.plan(plan.id),
        pool: labelOf(`pool.${plan.pool}`),
        from: plan.periodFrom,
        through: plan.periodTo,
        draftNumber: plan.revision,
        distributable: BigInt(plan.figures.distributable),
        state: stateGlyph(plan.state),
        stateWord,
      })),
      ...{ worksHref: paths.works, aidHref: paths.aid, industryHref: paths.industry },
      ...{ stateAidHref: paths.stateAid, bodyRollHref: paths.bodyRoll },
      noticesHref: noticePaths(collectiveId).all,
      years: await this.years.listOf(collectiveId, today),
      offers: await this.proposals.listOffers(visit, collectiveId),
      ...(keepsBooksOf(visit.actor, collectiveId)
        ? { draftHref: paths.newPlan, draftYearHref: `${paths.home}/year-plans/new` }
        : {}),
    };
  }
}
