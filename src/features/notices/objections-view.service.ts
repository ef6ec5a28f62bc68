import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import { objectionState } from '../../domain/notices/objection';
import { planName, sheetNumberText, yearPlanName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { noticePaths } from '../../platform/http/notice-paths';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { type Notice, NoticesService } from './notices.service';
import { ObjectionPhonesService } from './objection-phones.service';
import { ObjectionsService } from './objections.service';
import type { KeptObjection } from './objections.store';
import type { ObjectionRow, ObjectionsPageProps } from './objections.pages';
import { reportTitle } from './report-words';

/** What is shown beside the list: a form that was refused, an answer that was, a telephone just opened. */
export interface ShownBeside {
  readonly form?: FormState;
  readonly answering?: string;
  readonly opened?: { readonly id: string; readonly phone: string };
}

/** The office's page of objections. */
@Injectable()
export class ObjectionsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly notices: NoticesService,
    private readonly objections: ObjectionsService,
    private readonly phones: ObjectionPhonesService,
    private readonly clock: Clock,
  ) {}

  async pageOf(
    visit: PageVisit,
    collectiveId: string,
    { form, answering, opened }: ShownBeside = {},
  ): Promise<ObjectionsPageProps> {
    const today = this.clock.today();
    const notices = await this.notices.listNotices(collectiveId);
    const holders = await this.phones.listHolders(collectiveId);
    const named = new Map(notices.map((each) => [each.id, sheetName(each)]));
    const paths = noticePaths(collectiveId);
    const rowOf = (objection: KeptObjection): ObjectionRow => ({
      ...objection,
      sheet: named.get(objection.noticeId) ?? '',
      source: labelOf(`objectionSource.${objection.sourceKind}`),
      state: objectionState(objection, today),
      hasPhone: holders.has(objection.id),
      phone: opened?.id === objection.id ? opened.phone : undefined,
      answerAction: paths.objectionAct(objection.id, 'answer'),
      phoneAction: paths.objectionAct(objection.id, 'phone'),
    });
    const rows = (await this.objections.listObjections({ collectiveId })).map(rowOf).reverse();
    const waits = ({ answer }: ObjectionRow): boolean => answer === undefined;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      backHref: `${villagePaths(collectiveId).home}/plans`,
      rows: [...rows.filter(waits), ...rows.filter((each) => !waits(each))],
      action: paths.objections,
      notices: notices.map((each) => ({ value: each.id, label: sheetName(each) })),
      form: form ?? filledForm({ objectedOn: today }),
      answering,
    };
  }
}

function sheetName({ data: { kind, heading } }: Notice): string {
  if ('sheet' in heading) return `${sheetNumberText(heading.number)} ${reportTitle(heading)}`;
  const { periodFrom: from, periodTo: to, number } = heading;
  const pool = labelOf(`pool.${heading.pool}`);
  const isOfYear = kind === 'yearly-use-plan';
  const plan = isOfYear ? yearPlanName(yearOf(from), pool) : planName({ from, to }, pool);
  return `${sheetNumberText(number)} ${plan}`;
}
