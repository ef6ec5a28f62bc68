import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type ComparedDraft, compareDrafts } from '../../domain/distribution/compare-revisions';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { NamedFile } from '../approvals/subject-files.service';
import { type HungSheet, PlanHistoryService, type WhoseStep } from './plan-history.service';
import { type DistributionPlan, PlanReadService } from './plan-read.service';
import type { PlanPageProps } from './plan.pages';
import type { RevisionsView } from './plan-revisions.pages';
import { besideBefore, submittedBefore } from './plan-revisions.view';
import { PlanEntity } from './plan.entity';
import { ofSameDays } from './same-days';
import { PlanSettlingService } from './plan-settling.service';
import { YearBesideService } from './year-beside.service';

/** What a plan's page tells beside its figures. */
interface PlanBeside extends Pick<PlanPageProps, 'history' | 'papers' | 'revisions' | 'settling' | 'year'> {
  readonly lastYear: DistributionPlan | undefined;
  readonly sheet: HungSheet | undefined;
  readonly files: readonly NamedFile[];
}

/** What stands beside a plan: the drafts before it that were submitted, and the papers kept with it. */
@Injectable()
export class PlanRevisionsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
    private readonly histories: PlanHistoryService,
    private readonly years: YearBesideService,
    private readonly settling: PlanSettlingService,
  ) {}

  /** Its story, the year before it, where its sheet stands, its papers, and the draft before it. */
  async besideOf(plan: DistributionPlan, today: CalendarDay): Promise<PlanBeside> {
    const files = await this.histories.filesOf({ ...plan, kind: 'plan' });
    const { collectiveId, id } = plan;
    return {
      files,
      lastYear: await this.histories.lastYearOf(plan),
      sheet: await this.histories.sheetOf(plan, today),
      history: await this.histories.historyOf({ ...plan, kind: 'plan' }),
      papers: { count: files.length, href: villagePaths(collectiveId).files('plan', id) },
      year: await this.years.besideOf({ ...plan, to: plan.periodTo }),
      revisions: await this.revisionsOf(plan),
      settling: await this.settling.settlingOf(plan),
    };
  }

  /** Whose its next step is, as who asks would take it, and what bars him from reviewing it. */
  async takerOf(
    plan: DistributionPlan,
    by: string,
  ): Promise<WhoseStep & { readonly bar: Problem | undefined }> {
    const about = { from: plan.periodFrom, to: plan.periodTo };
    const whose = await this.histories.takerOf({ ...plan, kind: 'plan' }, by);
    return { ...whose, bar: await this.histories.barOf({ ...plan, about }, by) };
  }

  /** The plan beside the last one of its days that was submitted before it; undefined where none was. */
  private async revisionsOf(plan: DistributionPlan): Promise<RevisionsView | undefined> {
    const { collectiveId, pool, periodFrom: from, periodTo: to } = plan;
    const where = ofSameDays(collectiveId, { pool, from, to });
    const all = await this.database.reader.find(PlanEntity, { where, order: { revision: 'DESC' } });
    const earlier = submittedBefore(all, plan.revision);
    const [last] = earlier;
    if (last === undefined) return undefined;
    const before = await this.plans.requirePlan(collectiveId, last.id);
    return besideBefore(plan.revision, before, {
      earlier: earlier.map(({ id, revision }) => ({ revision, href: villagePaths(collectiveId).plan(id) })),
      compared: compareDrafts(draftOf(before), draftOf(plan)),
      returned: await this.histories.returnOf(before),
    });
  }
}

/** A plan as it is compared with another draft of its days. */
export function draftOf({ figures, lines }: DistributionPlan): ComparedDraft {
  return {
    distributable: BigInt(figures.distributable),
    leftOver: BigInt(figures.leftOver),
    lines: lines.map(({ bucket, amount, claims }) => ({
      ...{ id: bucket.id, name: widePunctuation(bucket.name), amount },
      claims: claims.map((claim) => ({ forWhat: widePunctuation(claim.forWhat), amount: claim.amount })),
    })),
  };
}
