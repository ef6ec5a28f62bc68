import { Injectable } from '@nestjs/common';
import { noticeProblems } from '../../domain/notices/check-distribution-notice';
import type { PlanState } from '../../domain/distribution/plan-states';
import { DomainError } from '../../domain/shared/domain-error';
import { Database } from '../../platform/database/database';
import { CollectivesService } from '../collectives/collectives.service';
import { PlanReadService } from '../distribution/plan-read.service';
import { renderSampleNotice } from './distribution-sheet';
import { NoticeComposerService } from './notice-composer.service';
import { NoticeFontsService } from './notice-fonts.service';
import { officersOf } from './sheet-drawing.service';

/** Once a plan is approved its true sheet is drawn; what was voided is drawn no more. */
const TO_BE_DECIDED: readonly PlanState[] = ['drafted', 'submitted', 'returned'];

/** The sheet of a plan before it is decided, to be looked at: drawn anew each time and kept nowhere. */
@Injectable()
export class SampleSheetsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
    private readonly collectives: CollectivesService,
    private readonly composer: NoticeComposerService,
    private readonly fonts: NoticeFontsService,
  ) {}

  /**
   * The PDF of a saved draft, A4, marked as a sample on every page.
   * @throws DomainError `plan.unknown`, `plan.notNow`, `notices.sampleWithoutPolicy`,
   *   `notices.sampleStale` where the books have changed since it was saved, `collective.withoutOffice`,
   *   `notices.characterNotPrintable`
   */
  async drawSample(collectiveId: string, planId: string): Promise<Buffer> {
    const plan = await this.plans.requirePlan(collectiveId, planId);
    if (!TO_BE_DECIDED.includes(plan.state)) {
      throw new DomainError('plan.notNow', { state: plan.state, act: 'sample' });
    }
    if (plan.pack.clauses.length === 0) throw new DomainError('notices.sampleWithoutPolicy');
    const notice = await this.composer.composeSample(plan, this.database.reader);
    const codes = noticeProblems(notice).map(({ code }) => code);
    if (codes.some((code) => OF_THE_BOOKS.includes(code))) throw new DomainError('notices.sampleStale');
    const { contacts } = await this.collectives.requireCollective(collectiveId);
    return renderSampleNotice(notice, { fonts: this.fonts.files, officers: officersOf(contacts) });
  }
}

/** What the draft says of the books is no longer what they say. */
const OF_THE_BOOKS: readonly string[] = ['notice.receiptsDiffer', 'notice.deductionsDiffer'];
