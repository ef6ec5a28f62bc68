import { Injectable } from '@nestjs/common';
import type { ReportForm } from '../../domain/notices/report-form';
import { type SampleReport, tableOf } from '../../domain/notices/report-notice';
import { SHEETS_OF_DAYS } from '../../domain/notices/report-sheets';
import { FormProblems } from '../../domain/shared/problem';
import { planName, sheetNumberText, yearPlanName } from '../../glossary/periods';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { noticePaths } from '../../platform/http/notice-paths';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PlanPublicityService, type SheetPlan } from '../distribution/plan-publicity.service';
import { namedSums } from './held-figures.pages';
import type { AskedSheet, NoticeListPageProps, NoticeListRow } from './notice-list.pages';
import type { ReportNoticePageProps } from './report-notice.pages';
import { fallenReason, noticeTitle } from './public-words.pages';
import { type Notice, NoticesService } from './notices.service';
import { ReportNoticesService } from './report-notices.service';
import { requireShape } from './report-template';
import { reportTitle } from './report-words';
import { ShownSheetService } from './shown-sheet.service';

/** A wish in the address of the list; empty where nothing was asked. */
export type ReportWish = Partial<ReportForm>;

/** The office's list of sheets, and the page of one that is no plan's. */
@Injectable()
export class NoticeListViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly notices: NoticesService,
    private readonly reports: ReportNoticesService,
    private readonly plans: PlanPublicityService,
    private readonly shown: ShownSheetService,
  ) {}

  /** @throws DomainError `collective.unknown` */
  async listOf(
    visit: PageVisit,
    { collectiveId, wish }: { readonly collectiveId: string; readonly wish: ReportWish },
    refused?: FormState,
  ): Promise<NoticeListPageProps> {
    const paths = noticePaths(collectiveId);
    const notices = await this.notices.listNotices(collectiveId);
    const known = new Set(notices.map(({ planId }) => planId));
    const publishable = await this.plans.listPublishable(collectiveId);
    const found = wish.sheet === undefined ? undefined : await this.askedOf(visit, collectiveId, wish);
    const rows: NoticeListRow[] = [];
    for (const notice of notices) rows.push(await this.rowOf(notice));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      askAction: paths.all,
      sheets: SHEETS_OF_DAYS.map((value) => ({ value, label: labelOf(`noticeKind.${value}`) })),
      pools: ['', 'pv', 'other'].map((value) => ({ value, label: labelOf(`noticePool.${value || 'all'}`) })),
      form: refused ?? found?.form ?? filledForm({ ...this.reports.offered(), ...wish }),
      asked: found?.asked,
      matters: (await this.reports.listMatters(collectiveId)).map(({ sheet, id, name }) => {
        return { name, href: withQuery(paths.all, { sheet, sheetAbout: id }) };
      }),
      plans: publishable.filter(({ plan }) => !known.has(plan.id)).map((of) => planRow(collectiveId, of)),
      rows,
      objectionsHref: paths.objections,
    };
  }

  /** The page of a sheet that is no plan's. @throws DomainError `notices.unknown`, `notices.ofPlan` */
  async pageOf(
    visit: PageVisit,
    { collectiveId, id }: { readonly collectiveId: string; readonly id: string },
    refused?: FormState,
  ): Promise<ReportNoticePageProps> {
    const notice = await this.reports.requireReportNotice(collectiveId, id);
    const paths = noticePaths(collectiveId);
    const fallen = await this.notices.fallenOf(notice);
    const later = await this.notices.successorOf(notice);
    const isWithdrawn = fallen !== undefined && !fallen.isReplaced;
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const form = refused ?? filledForm({ displayedOn: this.reports.offered().displayedOn });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      ...{ title: noticeTitle(notice.data), version: notice.version, allHref: paths.all },
      sheet: { ...this.shown.sheetOf(notice), withdrawn: isWithdrawn ? fallenReason(fallen) : undefined },
      laterHref: later === undefined ? undefined : paths.sheet(later.id),
      displays: await this.shown.displaysOf(notice, {
        form: keeps ? form : undefined,
        isWithdrawn: fallen !== undefined,
      }),
      withdrawing: keeps && !isWithdrawn ? { action: paths.withdrawal(id), form } : undefined,
    };
  }

  /** What was asked for, or what is wrong with the wish. */
  private async askedOf(
    visit: PageVisit,
    collectiveId: string,
    wish: ReportWish,
  ): Promise<{ readonly form: FormState; readonly asked?: AskedSheet }> {
    const { sheet = '', pool = '', sheetFrom = '', sheetTo = '', sheetAbout = '' } = wish;
    const typed = { sheet, pool, sheetFrom, sheetTo, sheetAbout };
    const { displayedOn } = this.reports.offered();
    try {
      const sample = await this.reports.composeSample(collectiveId, typed);
      const before = await this.reports.findLatest(collectiveId, sample);
      const paths = noticePaths(collectiveId);
      const asked: AskedSheet = {
        title: reportTitle(sample.heading),
        sums: namedSums(sample).map(([name, fen, unit]) => ({ name, fen: BigInt(fen), unit })),
        rows: rowCount(sample),
        sampleHref: withQuery(paths.sample, typed),
        isPublished: before?.isSame === true,
        version: (before?.version ?? 0) + 1,
        hidden: typed,
        ...(keepsBooksOf(visit.actor, collectiveId) ? { action: paths.all } : {}),
      };
      return { form: filledForm({ ...typed, displayedOn }), asked };
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      return { form: { values: typed, problems: error.problems, sentence: problemSentence } };
    }
  }

  private async rowOf(notice: Notice): Promise<NoticeListRow> {
    const { collectiveId, id, planId, data, version, publishedOn } = notice;
    const fallen = await this.notices.fallenOf(notice);
    const isReport = data.kind === 'report';
    const kind = fallen === undefined ? 'current' : fallen.isReplaced ? 'superseded' : 'withdrawn';
    return {
      href: isReport
        ? noticePaths(collectiveId).sheet(id)
        : villagePaths(collectiveId).planAct(planId, 'publish'),
      ...{ title: noticeTitle(data), number: sheetNumberText(data.heading.number), version, publishedOn },
      state: kind === 'current' ? 'done' : kind === 'superseded' ? 'attention' : 'blocked',
      stateWord: labelOf(`noticeState.${kind}`),
      standing: fallen === undefined ? await this.shown.standingOf(notice) : '',
    };
  }
}

function rowCount(sample: SampleReport): number {
  const names = Object.keys(requireShape(sample.heading).tables);
  return names.reduce((sum, name) => sum + tableOf(sample, name).rows.length, 0);
}

function planRow(collectiveId: string, { kind, plan }: SheetPlan): { name: string; href: string } {
  const pool = labelOf(`pool.${plan.pool}`);
  const href = villagePaths(collectiveId).planAct(plan.id, 'publish');
  if (kind === 'year_plan') return { name: yearPlanName(plan.year, pool), href };
  return { name: planName({ from: plan.periodFrom, to: plan.periodTo }, pool), href };
}
