import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { maskedNumber } from '../../domain/shared/masked';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { pageOf } from '../../platform/http/api.forms';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { type RosterHousehold, RosterReadService } from './roster-read.service';
import { RosterSearchService } from './roster-search.service';
import type { FoundRow, RosterPageProps, RosterRow } from './roster.pages';
import { StatusReviewsViewService } from './status-reviews-view.service';

/** Which day and page of the list is looked at, or who is looked for in it. */
export interface RosterAsked {
  readonly on?: CalendarDay | undefined;
  readonly page?: string | undefined;
  readonly sought?: string | undefined;
}

const PER_PAGE = 50;

/** The list of a village's households. */
@Injectable()
export class RosterViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly roster: RosterReadService,
    private readonly search: RosterSearchService,
    private readonly clock: Clock,
    private readonly reviews: StatusReviewsViewService,
  ) {}

  async page(visit: PageVisit, collectiveId: string, asked: RosterAsked): Promise<RosterPageProps> {
    const on = asked.on ?? this.clock.today();
    const all = await this.roster.listRoster(collectiveId, on);
    const people = all.flatMap((each) => each.people);
    const paths = villagePaths(collectiveId);
    const shown = pageOf(all, { page: asked.page ?? '1', size: String(PER_PAGE) });
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const count = Math.ceil(all.length / PER_PAGE);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      on,
      households: all.length,
      people: people.length,
      members: people.filter(({ belongs }) => belongs).length,
      rows: shown.items.map((each) => ({
        ...rowOf(each, paths.household(each.id)),
        head: this.roster.headOf(collectiveId, each),
      })),
      pages: Array.from({ length: count }, (_, index) => {
        const number = index + 1;
        const page = String(number);
        return {
          number,
          href: withQuery(paths.members, { page, on: asked.on }),
          current: number === shown.page,
        };
      }),
      newHref: keeps ? `${paths.members}/new` : undefined,
      postsHref: paths.posts,
      owedHref: paths.owed,
      shareRollHref: paths.shareRoll,
      reviewsHref: paths.statusReviews,
      reviewsDue: await this.reviews.countDue(collectiveId, all),
      importHref: keeps ? paths.memberImport : undefined,
      findAction: `${paths.members}/find`,
      form: filledForm({ sought: asked.sought }),
      found:
        asked.sought === undefined
          ? undefined
          : await this.find(collectiveId, all, { typed: asked.sought, by: visit.actor.userId }),
    };
  }

  private async find(
    collectiveId: string,
    all: readonly RosterHousehold[],
    asked: { readonly typed: string; readonly by: string },
  ): Promise<FoundRow[]> {
    const paths = villagePaths(collectiveId);
    return (await this.search.find(collectiveId, asked, all)).map(({ held, personal, household }) => ({
      name: personal.name,
      href: paths.member(held.memberId),
      identity: maskedNumber(personal.identity, 'identity'),
      household,
      relation: labelOf(`relation.${held.relation}`),
    }));
  }
}

function rowOf(household: RosterHousehold, href: string): Omit<RosterRow, 'head'> {
  return {
    number: household.householdNumber,
    href,
    villageGroup: household.villageGroup,
    people: household.people.length,
    statuses: household.statuses,
    tags: household.tags.map(({ says }) => says),
    income: household.income,
  };
}
