import { Injectable } from '@nestjs/common';
import { toldState } from '../../domain/approvals/refused-steps';
import { speakOf, type SoughtWords } from '../../domain/ledger/sought-words';
import { periodName, planName, sheetNumberText } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import { noticePaths } from '../../platform/http/notice-paths';
import { PlanReadService } from '../distribution/plan-read.service';
import { NoticeReadService } from '../notices/notice-read.service';
import type { Find } from './search.pages';

/** The plans and the sheets on the wall that are meant: by period, pool, number or the code on the paper. */
@Injectable()
export class SoughtSheetsService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly notices: NoticeReadService,
    private readonly database: Database,
  ) {}

  async find(collectiveId: string, sought: SoughtWords): Promise<Find[]> {
    const paths = villagePaths(collectiveId);
    const plans = (await this.plans.listPlans(collectiveId)).map(({ id, pool, ...plan }) => ({
      name: planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${pool}`)),
      href: paths.plan(id),
      on: plan.draftedOn,
      says: [labelOf(`planState.${toldState(plan)}`)],
      amount: BigInt(plan.figures.distributable),
      known: [],
    }));
    const sheets = (await this.notices.listNamed(this.database.reader, collectiveId)).map((sheet) => ({
      name: sheetNumberText(sheet),
      href:
        sheet.kind === 'report'
          ? noticePaths(collectiveId).sheet(sheet.id)
          : paths.planAct(sheet.planId, 'publish'),
      on: sheet.publishedOn,
      says: [
        periodName(sheet),
        ...(sheet.pool === undefined ? [] : [labelOf(`pool.${sheet.pool}`)]),
        labelOf(`noticeKind.${sheet.sheet ?? sheet.kind}`),
      ],
      amount: undefined,
      known: [sheet.code, sheet.code.replace(/-/g, '')],
    }));
    return [...plans, ...sheets]
      .filter(({ name, says, known }) => speakOf(sought, [name, ...says, ...known]))
      .map(({ name, href, on, says, amount }) => ({
        name,
        href,
        on,
        says,
        ...(amount === undefined ? {} : { amount }),
      }));
  }
}
