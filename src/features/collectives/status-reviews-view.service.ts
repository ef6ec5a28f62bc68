import { Injectable } from '@nestjs/common';
import { householdsAsked } from '../../domain/collectives/household-measures';
import { householdsDue, statusKey } from '../../domain/collectives/status-reviews';
import { clauseOf } from '../../domain/policy/pack';
import { documentText, householdText, reviewTermsText } from '../../glossary/people-words';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { type AskedHelp, MeasuresService, type WatchedHousehold } from './measures.service';
import { type RosterHousehold, RosterReadService } from './roster-read.service';
import type { AskedDay, StatusReviewsPageProps, WatchedRow } from './status-reviews.pages';
import { StatusReviewsService } from './status-reviews.service';

type ReviewsProps = Omit<StatusReviewsPageProps, 'incomes'>;

/** The page of those who are to be looked at again, and of what is asked for who is watched. */
@Injectable()
export class StatusReviewsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reviews: StatusReviewsService,
    private readonly roster: RosterReadService,
    private readonly clock: Clock,
    private readonly measures: MeasuresService,
  ) {}

  async page(visit: PageVisit, collectiveId: string, form?: FormState): Promise<ReviewsProps> {
    const paths = villagePaths(collectiveId);
    const today = this.clock.today();
    const { everyMonths, confirmed } = await this.reviews.termsOf(collectiveId);
    const all = await this.roster.listRoster(collectiveId, today);
    const households = new Map(all.map((each) => [each.id, each]));
    const named = (id: string): { household: string; href: string } | undefined => {
      const household = households.get(id);
      if (household === undefined) return undefined;
      const head = this.roster.headOf(collectiveId, household);
      return { household: householdText(household.householdNumber, head), href: paths.household(id) };
    };
    // A household in which nobody lives any more has nobody to be helped.
    const rows = (await this.reviews.listDue(collectiveId)).flatMap(({ status, lastOn, dueOn }) => {
      const of = named(status.householdId);
      if (of === undefined) return [];
      const days = { from: status.fromDay, last: lastOn, dueOn, due: dueOn <= today };
      return [{ key: statusKey(status), ...of, words: status.words, ...days }];
    });
    const watched = (await this.measures.listWatched(collectiveId)).flatMap((each) => {
      const of = named(each.status.householdId);
      return of === undefined ? [] : [watchedRow(each, of, today)];
    });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      rosterHref: paths.members,
      due: await this.countDue(collectiveId, all),
      ...{ rows, watched },
      terms: reviewTermsText(everyMonths, confirmed),
      form: form ?? filledForm({ reviewDay: today }),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.statusReviews : undefined,
    };
  }

  /** Of how many households that live in the village something is due by today. */
  async countDue(collectiveId: string, all: readonly RosterHousehold[]): Promise<number> {
    const today = this.clock.today();
    const lived = new Set(all.map(({ id }) => id));
    const watched = await this.measures.listWatched(collectiveId);
    const asked = (['measures', 'risk'] as const).flatMap((what) => householdsAsked(watched, what, today));
    return householdsDue(await this.reviews.listDue(collectiveId), {
      ...{ lived, today, asked: asked.map(({ householdId }) => householdId) },
    });
  }
}

function watchedRow(
  { status, firstOn, measures, risk }: WatchedHousehold,
  of: Pick<WatchedRow, 'household' | 'href'>,
  today: string,
): WatchedRow {
  const day = (due: AskedHelp | undefined): AskedDay | undefined =>
    due && {
      ...{ dueOn: due.dueOn, isDone: due.isDone, isDue: !due.isDone && due.dueOn <= today, says: due.says },
      clause: `${documentText(due.pack.source.title)}${clauseOf(due.pack, due.clause).at}`,
    };
  return { ...of, from: status.fromDay, firstOn, measures: day(measures), risk: day(risk) };
}
