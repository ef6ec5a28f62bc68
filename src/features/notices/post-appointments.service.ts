import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import type { NoticeClauses } from '../../domain/notices/distribution-notice';
import { type PostOverTime, postAppointmentsNotice } from '../../domain/notices/post-appointments';
import type { ReportFigures } from '../../domain/notices/report-notice';
import { bucketsOf, type PolicyPack, targetGroupsOf } from '../../domain/policy/pack';
import { endedByList, standardIn } from '../../domain/uses/post';
import { seatsOn } from '../../domain/uses/post-seats';
import { POSTS_USE } from '../../domain/uses/post-uses';
import { chosenWords } from '../../glossary/people-words';
import { HouseholdsService } from '../collectives/households.service';
import { PostsService } from '../uses/posts.service';
import { quoteOf } from './granted-people.service';
import { ReportSource, type ReportSubject } from './report-source';

/** Who is on which post, and who came and left in some days. */
@Injectable()
export class PostAppointmentsService extends ReportSource {
  override readonly sheet = 'post-appointments';

  constructor(
    private readonly posts: PostsService,
    private readonly households: HouseholdsService,
  ) {
    super();
  }

  override async figuresOf(subject: ReportSubject, db: EntityManager): Promise<ReportFigures> {
    const { collectiveId, periodFrom: from, periodTo: to } = subject;
    const pack = await this.households.packOn(collectiveId, to);
    const posts = await this.postsOn(subject, pack, db);
    return { ...postAppointmentsNotice(posts, { from, to }, chosenWords), basis: basisOf(pack) };
  }

  /** Every post as it is on the last day; who is on the list no more is on none. */
  private async postsOn(
    { collectiveId, periodTo: day }: { readonly collectiveId: string; readonly periodTo: CalendarDay },
    pack: PolicyPack | undefined,
    db: EntityManager,
  ): Promise<PostOverTime[]> {
    const left = await this.households.listLeft(collectiveId, db);
    const words = pack === undefined ? [] : targetGroupsOf(pack);
    const nameOf = new Map(words.map(({ id, name }) => [id, name]));
    const all = await this.posts.listPosts(collectiveId, db);
    return all.map((told) => ({
      ...{ id: told.post.id, seats: seatsOn(told, day) },
      standard: standardIn(told.standards, monthOf(day)),
      appointments: told.appointments.map((each) => {
        return { ...endedByList(each, left), among: nameOf.get(each.group) };
      }),
    }));
  }
}

/** The clause by which the document in force lets posts be paid, where it names them. */
function basisOf(pack: PolicyPack | undefined): NoticeClauses['quotes'] {
  const posts = pack && bucketsOf(pack, 'pv').find(({ id }) => id === POSTS_USE);
  return pack === undefined || posts === undefined ? [] : [quoteOf({ pack }, posts.cite)];
}
