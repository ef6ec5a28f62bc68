import { Injectable } from '@nestjs/common';
import { planName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PlanReadService } from '../distribution/plan-read.service';
import { type Notice, NoticesService } from './notices.service';
import type { PublishedSheet, PublishNoticePageProps } from './publish-notice.pages';

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
    private readonly plans: PlanReadService,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `plan.unknown` */
  async pageOf(visit: PageVisit, at: PublishPlace, refused?: FormState): Promise<PublishNoticePageProps> {
    const { collectiveId, planId } = at;
    const plan = await this.plans.requirePlan(collectiveId, planId);
    const notice = (await this.notices.listNotices(collectiveId)).find((each) => each.planId === planId);
    const paths = villagePaths(collectiveId);
    const mayPublish = notice === undefined && keepsBooksOf(visit.actor, collectiveId);
    const form = refused ?? filledForm({ displayedOn: this.clock.today() });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      plan: planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`)),
      planHref: paths.plan(planId),
      ...(notice === undefined ? {} : { sheet: sheetOf(notice) }),
      ...(mayPublish ? { publishing: { action: paths.planAct(planId, 'publish'), form } } : {}),
    };
  }
}

function sheetOf(notice: Notice): PublishedSheet {
  const { collectiveId, id, number, year, publishedOn, publicityFrom, publicityTo, code, digest } = notice;
  return {
    number,
    year,
    publishedOn,
    publicityFrom,
    publicityTo,
    code: code,
    digest,
    pdfHref: villagePaths(collectiveId).noticeSheet(id),
    publicHref: `/n/${code}`,
  };
}
