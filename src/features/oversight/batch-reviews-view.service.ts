import { Injectable } from '@nestjs/common';
import { daysInclusive } from '../../domain/calendar/calendar-day';
import { planName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { townshipPath } from '../../platform/http/office-paths';
import { batchReviewsPath } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { BatchReviewsProps } from './batch-reviews.pages';
import { BatchReviewsService } from './batch-reviews.service';

/** The page on which a township agrees to several plans in one go. */
@Injectable()
export class BatchReviewsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reviews: BatchReviewsService,
    private readonly clock: Clock,
  ) {}

  async pageOf(visit: PageVisit, townshipId: string, refused?: FormState): Promise<BatchReviewsProps> {
    const today = this.clock.today();
    const waiting = await this.reviews.listClean(townshipId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: townshipId, section: 'township' }),
      form: refused ?? filledForm({}),
      plans: waiting.map(({ village, plan, href, distributable, lastYear, since, checks }) => ({
        ...{ field: `agreed[${plan.id}]`, digest: plan.digest ?? '', village: village.name, href },
        name: planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`)),
        distributable,
        change: lastYear === undefined ? undefined : distributable - lastYear,
        waitingDays: daysInclusive(since, today) - 1,
        checks,
      })),
      action: batchReviewsPath(townshipId),
      cancelHref: townshipPath(townshipId),
    };
  }
}
