import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import type { LeftList } from '../../domain/collectives/roster';
import { sumFen } from '../../domain/money/fen';
import {
  endedByList,
  isOnPost,
  lastDayOn,
  LEAVING_POST,
  PAID_EVERY,
  POST_KINDS,
  type PostStandard,
  standardIn,
} from '../../domain/uses/post';
import type { Reasons } from '../../domain/uses/post-questions';
import { seatsOn } from '../../domain/uses/post-seats';
import {
  appointedDaysText,
  dayPayText,
  onPostText,
  postReasonText,
  postTermsText,
  seatsText,
  seatsWhyText,
  warningText,
} from '../../glossary/post-words';
import { problemSentence } from '../../glossary/sentences';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { type VillagePaths, villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { citedClause } from '../../platform/views/cited-clause';
import type { FormState } from '../../platform/views/error-summary';
import { RosterReadService } from '../collectives/roster-read.service';
import type { AppointmentRow, PostPageProps } from './post.pages';
import type { OpenWage } from './post-documents.service';
import { PostTermsService } from './post-terms.service';
import type { PostFormPageProps, PostRow, PostsPageProps } from './posts.pages';
import { type PostAt, PostsService } from './posts.service';
import type { ToldAppointment, ToldPost } from './posts.store';

/** The pages of the posts. */
@Injectable()
export class PostsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly posts: PostsService,
    private readonly terms: PostTermsService,
    private readonly roster: RosterReadService,
    private readonly clock: Clock,
  ) {}

  async list(visit: PageVisit, collectiveId: string): Promise<PostsPageProps> {
    const paths = villagePaths(collectiveId);
    const today = this.clock.today();
    const left = await this.roster.listLeft(collectiveId);
    const posts = (await this.posts.listPosts(collectiveId)).map((told) => endedOn(told, left));
    const names = await this.namesOf(collectiveId, posts);
    const rows = posts.map((told) => postRow(told, { today, names, paths }));
    const paid = rows.filter(({ pays }) => pays?.every === labelOf('paidEvery.month'));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      rosterHref: paths.members,
      attendanceHref: paths.attendance(monthOf(today)),
      rows,
      seats: rows.reduce((sum, { seats }) => sum + seats, 0),
      taken: rows.reduce((sum, { people }) => sum + people.length, 0),
      monthly: sumFen(paid.map(({ pays, people }) => (pays?.amount ?? 0n) * BigInt(people.length))),
      newHref: keepsBooksOf(visit.actor, collectiveId) ? `${paths.posts}/new` : undefined,
    };
  }

  async newPost(visit: PageVisit, collectiveId: string, form?: FormState): Promise<PostFormPageProps> {
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      form: form ?? filledForm({ postFrom: this.clock.today() }),
      kinds: POST_KINDS.map((value) => ({ value, label: labelOf(`postKind.${value}`) })),
      action: `${paths.posts}/new`,
      cancelHref: paths.posts,
    };
  }

  /** @throws DomainError `post.unknown` */
  async page(visit: PageVisit, at: PostAt, form?: FormState): Promise<PostPageProps> {
    const { collectiveId, postId } = at;
    const left = await this.roster.listLeft(collectiveId);
    const told = endedOn(await this.posts.requirePost(at), left);
    const names = await this.namesOf(collectiveId, [told]);
    const terms = await this.terms.termsOf(collectiveId);
    const paths = villagePaths(collectiveId);
    const today = this.clock.today();
    const nameOf = (memberId: string): string => names.get(memberId) ?? '';
    const own = paths.post(postId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      postsHref: paths.posts,
      title: told.post.name,
      facts: factsOf(told, today),
      seatChanges: told.seatChanges.toReversed().map(({ from, seats, why, paper, heavierWhy }) => ({
        ...{ from, seats, paper, why: seatsWhyText(why, heavierWhy) },
      })),
      warnings: (await this.posts.listOutOfPlace(collectiveId, told)).map(({ memberId, problem }) =>
        warningText(nameOf(memberId), problemSentence(problem)),
      ),
      standards: told.standards.toSorted(latestFirst).map(({ from, amount, every, paper, reasons }) => ({
        ...{ from, amount, paper, every: labelOf(`paidEvery.${every}`), reasons: reasonsOf(reasons) },
      })),
      appointments: [...told.appointments].reverse().map((each) => ({
        ...appointmentRow(each, { today, left: left.get(each.memberId) }),
        name: nameOf(each.memberId),
        href: paths.member(each.memberId),
      })),
      everyOptions: PAID_EVERY.map((value) => ({ value, label: labelOf(`paidEvery.${value}`) })),
      onPost: told.appointments
        .filter((each) => each.left === undefined && each.to >= today)
        .map(({ id, memberId, from }) => ({ value: id, label: onPostText(nameOf(memberId), from) })),
      leavings: LEAVING_POST.map((value) => ({ value, label: labelOf(`postLeaving.${value}`) })),
      openWage: openWageOf(await this.posts.openWage(collectiveId)),
      terms: postTermsText(terms),
      dayPay: dayPayText(terms),
      form: form ?? filledForm({}),
      enters: keepsBooksOf(visit.actor, collectiveId)
        ? {
            standardAction: `${own}/standards`,
            appointAction: `${own}/appointments`,
            leaveAction: `${own}/leavings`,
            seatsAction: `${own}/seats`,
          }
        : undefined,
    };
  }

  /** The names of those who were ever on these posts. */
  private namesOf(collectiveId: string, posts: readonly ToldPost[]): Promise<ReadonlyMap<string, string>> {
    const ids = posts.flatMap(({ appointments }) => appointments.map(({ memberId }) => memberId));
    return this.roster.namesOf(collectiveId, ids);
  }
}

/** What the document leaves open, with the clause it leaves it in. */
function openWageOf(open: OpenWage | undefined): PostPageProps['openWage'] {
  if (open === undefined) return undefined;
  return { says: widePunctuation(open.says), clause: citedClause(open.pack, open.cite) };
}

function postRow(
  told: ToldPost,
  given: {
    readonly today: CalendarDay;
    readonly names: ReadonlyMap<string, string>;
    readonly paths: VillagePaths;
  },
): PostRow {
  const { today, names, paths } = given;
  const { post, standards, appointments } = told;
  const { id, number, name, kind, place } = post;
  const seats = seatsOn(told, today);
  const paid = standardIn(standards, monthOf(today));
  return {
    ...{ number, name, place, seats },
    href: paths.post(id),
    kind: labelOf(`postKind.${kind}`),
    people: appointments
      .filter((each) => isOnPost(each, today))
      .map(({ memberId }) => names.get(memberId) ?? ''),
    pays: paid && { amount: paid.amount, every: labelOf(`paidEvery.${paid.every}`) },
  };
}

/** By the month from which it is paid, whatever the order of entry. */
function latestFirst(one: PostStandard, two: PostStandard): number {
  return two.from.localeCompare(one.from) || two.standardNumber - one.standardNumber;
}

function factsOf(told: ToldPost, today: CalendarDay): PostPageProps['facts'] {
  const { post } = told;
  const fact = (field: string, text: string): { word: string; text: string } => ({
    word: fieldLabel(field),
    text,
  });
  return [
    fact('postKind', labelOf(`postKind.${post.kind}`)),
    fact('postDuties', post.duties),
    fact('postPlace', post.place),
    fact('seats', seatsText(seatsOn(told, today))),
    fact('postFrom', post.openedOn),
  ];
}

/** A post with everybody on it, whoever is on the list no more among those who left. */
function endedOn(told: ToldPost, left: ReadonlyMap<string, LeftList>): ToldPost {
  return { ...told, appointments: told.appointments.map((each) => endedByList(each, left)) };
}

function appointmentRow(
  each: ToldAppointment,
  given: { readonly today: CalendarDay; readonly left: LeftList | undefined },
): Omit<AppointmentRow, 'name' | 'href'> {
  const { today, left: offList } = given;
  const { from, to, left, shownFrom, shownTo, agreement, reasons } = each;
  const last = lastDayOn(each) ?? from;
  const isOffList = offList !== undefined && left?.on === addDays(offList.from, -1);
  const isMistaken = left?.why === 'mistaken';
  const word = labelOf(isOffList ? `leftWhy.${offList.why}` : `postLeaving.${left?.why ?? 'gone'}`);
  const standing = today < from ? 'ahead' : today > last ? 'over' : 'on';
  return {
    days: appointedDaysText(from, to),
    shown: appointedDaysText(shownFrom, shownTo),
    agreement,
    state: left === undefined ? labelOf(`onPost.${standing}`) : `${word} ${isMistaken ? '' : left.on}`.trim(),
    reasons: reasonsOf(reasons),
  };
}

function reasonsOf(reasons: Reasons): string[] {
  return Object.entries(reasons).map(([question, reason = '']) =>
    postReasonText(labelOf(`postQuestion.${question}`), reason),
  );
}
