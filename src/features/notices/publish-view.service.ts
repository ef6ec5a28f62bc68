import { Injectable } from '@nestjs/common';
import { planName, yearPlanName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { noticePaths } from '../../platform/http/notice-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PlanPublicityService, type SheetPlan } from '../distribution/plan-publicity.service';
import { clockWords } from './display-words.pages';
import { type Display, DisplaysService } from './displays.service';
import type { DisplayRow } from './notice-displays.pages';
import { objectionWords } from './public-objections.pages';
import { fallenReason } from './public-words.pages';
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
    private readonly plans: PlanPublicityService,
    private readonly notices: NoticesService,
    private readonly displays: DisplaysService,
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
            sheet: { ...sheetOf(notice), withdrawn },
            displays: await this.displaysOf(notice, { form: keeps, isWithdrawn: fallen !== undefined }),
          }),
      ...(mayPublish ? { publishing: { action: paths.planAct(planId, 'publish'), form } } : {}),
    };
  }

  private async displaysOf(
    notice: Notice,
    { form, isWithdrawn }: { readonly form: FormState | undefined; readonly isWithdrawn: boolean },
  ): Promise<PublishNoticePageProps['displays']> {
    const { collectiveId, id, data } = notice;
    const today = this.clock.today();
    const { clock, displays, isOver, objections } = await this.displays.publicityStanding(notice, today);
    const paths = noticePaths(collectiveId);
    return {
      standing: clockWords(clock, data.publicity, today),
      isOver,
      rows: displays.map((each) => rowOf(collectiveId, each)),
      objections: { words: objectionWords(objections), href: paths.objections },
      filesHref: villagePaths(collectiveId).files('notice', id),
      // What is withdrawn is put up no more, what still hangs is taken down.
      ...(form === undefined
        ? {}
        : { acts: { form, ...(isWithdrawn ? {} : { putUp: paths.displays(id) }) } }),
      hanging: displays
        .filter(({ takenDownOn }) => takenDownOn === undefined)
        .map(({ number, place }) => ({ number, place, action: paths.takedown(id, number) })),
    };
  }
}

function nameOf({ kind, plan }: SheetPlan): string {
  const pool = labelOf(`pool.${plan.pool}`);
  if (kind === 'year_plan') return yearPlanName(plan.year, pool);
  return planName({ from: plan.periodFrom, to: plan.periodTo }, pool);
}

function rowOf(collectiveId: string, display: Display): DisplayRow {
  const { number, displayedOn, place, proven, fileId, takenDownOn = '', isEarly, reason } = display;
  const photoHref = proven ? villagePaths(collectiveId).keptFile(fileId) : undefined;
  return { number, displayedOn, place, photoHref, takenDownOn, isEarly, reason };
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
