import { Injectable } from '@nestjs/common';
import { statusKey } from '../../domain/collectives/status-reviews';
import { householdText, reviewTermsText } from '../../glossary/people-words';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { RosterReadService } from './roster-read.service';
import type { StatusReviewsPageProps } from './status-reviews.pages';
import { StatusReviewsService } from './status-reviews.service';

/** The page of those who are to be looked at again. */
@Injectable()
export class StatusReviewsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reviews: StatusReviewsService,
    private readonly roster: RosterReadService,
    private readonly clock: Clock,
  ) {}

  async page(visit: PageVisit, collectiveId: string, form?: FormState): Promise<StatusReviewsPageProps> {
    const paths = villagePaths(collectiveId);
    const today = this.clock.today();
    const { everyMonths, confirmed } = await this.reviews.termsOf(collectiveId);
    const households = new Map(
      (await this.roster.listRoster(collectiveId, today)).map((each) => [each.id, each]),
    );
    // A household in which nobody lives any more has nobody to be helped.
    const due = (await this.reviews.listDue(collectiveId)).flatMap(({ status, lastOn, dueOn }) => {
      const household = households.get(status.householdId);
      if (household === undefined) return [];
      const head = this.roster.headOf(collectiveId, household);
      return [
        {
          key: statusKey(status),
          household: householdText(household.householdNumber, head),
          href: paths.household(household.id),
          ...{ words: status.words, from: status.fromDay, last: lastOn, dueOn, due: dueOn <= today },
        },
      ];
    });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      rosterHref: paths.members,
      due: due.filter((row) => row.due).length,
      rows: due,
      terms: reviewTermsText(everyMonths, confirmed),
      form: form ?? filledForm({ reviewDay: today }),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.statusReviews : undefined,
    };
  }
}
