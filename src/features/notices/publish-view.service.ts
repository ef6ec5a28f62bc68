import { Injectable } from '@nestjs/common';
import { planName, yearPlanName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PlanPublicityService, type SheetPlan } from '../distribution/plan-publicity.service';
import { fallenReason } from './public-words.pages';
import { NoticesService } from './notices.service';
import type { PublishNoticePageProps } from './publish-notice.pages';
import { ShownSheetService } from './shown-sheet.service';

/** The plan whose sheet is published. */
export interface PublishPlace {
  readonly collectiveId: string;
  readonly planId: string;
}

/** The page on which a plan's sheet is published, and printed afterwards. */
@Injectable()
export class PublishViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly plans: PlanPublicityService,
    private readonly notices: NoticesService,
    private readonly shown: ShownSheetService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `plan.unknown` */
  async pageOf(visit: PageVisit, at: PublishPlace, refused?: FormState): Promise<PublishNoticePageProps> {
    const { collectiveId, planId } = at;
    const of = await this.plans.requirePlan(collectiveId, planId);
    const notice = (await this.notices.listNotices(collectiveId)).find((each) => each.planId === planId);
    const paths = villagePaths(collectiveId);
    const mayPublish = notice === undefined && keepsBooksOf(visit.actor, collectiveId);
    const today = this.clock.today();
    const form = refused ?? filledForm({ displayedOn: today });
    const fallen = notice && (await this.notices.fallenOf(notice));
    const withdrawn = fallen && fallenReason(fallen);
    const keeps = keepsBooksOf(visit.actor, collectiveId) ? form : undefined;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      plan: nameOf(of),
      planHref: of.kind === 'plan' ? paths.plan(planId) : paths.yearPlan(planId),
      ...(notice === undefined
        ? {}
        : {
            sheet: { ...this.shown.sheetOf(notice), withdrawn },
            displays: await this.shown.displaysOf(notice, { form: keeps, isWithdrawn: fallen !== undefined }),
          }),
      ...(mayPublish ? { publishing: { action: paths.planAct(planId, 'publish'), form } } : {}),
    };
  }
}

function nameOf({ kind, plan }: SheetPlan): string {
  const pool = labelOf(`pool.${plan.pool}`);
  if (kind === 'year_plan') return yearPlanName(plan.year, pool);
  return planName({ from: plan.periodFrom, to: plan.periodTo }, pool);
}
