import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstDayOf, lastDayOf } from '../../domain/calendar/calendar-day';
import { type AcceptedDays, postWagesNotice } from '../../domain/notices/post-wages';
import type { ReportFigures } from '../../domain/notices/report-notice';
import { spanOfMonths } from '../../glossary/periods';
import { AttendanceService, type ToldSheet } from '../uses/attendance.service';
import { PostsService } from '../uses/posts.service';
import { GrantedPeopleService, idsOf } from './granted-people.service';
import { ReportSource, type ReportSubject } from './report-source';

/** The wages of posts of the months that lie wholly within some days. */
@Injectable()
export class PostWagesSheetService extends ReportSource {
  override readonly sheet = 'post-wages';

  constructor(
    private readonly attendance: AttendanceService,
    private readonly posts: PostsService,
    private readonly granted: GrantedPeopleService,
  ) {
    super();
  }

  override async figuresOf(subject: ReportSubject, db: EntityManager): Promise<ReportFigures> {
    const { collectiveId, periodFrom, periodTo } = subject;
    const appointed = await this.appointedOf(collectiveId, db);
    const sheets = await this.attendance.listSheets(collectiveId, undefined, db);
    const owed = await this.granted.withOpen(
      db,
      collectiveId,
      sheets.flatMap((sheet) => owedMonth(sheet, appointed)),
    );
    const months = owed.filter(
      ({ month }) => firstDayOf(month) >= periodFrom && lastDayOf(month) <= periodTo,
    );
    const later = owed.filter(({ month }) => lastDayOf(month) > periodTo);
    const earlier = owed.filter((each) => !months.includes(each) && !later.includes(each));
    const vouchers = { now: idsOf(months), later: idsOf(later) };
    const { lines, basis } = await this.granted.linesTaken(db, collectiveId, vouchers);
    return { ...postWagesNotice({ months, earlier, lines }), basis };
  }

  /** Who is on which post, by the appointment. */
  private async appointedOf(
    collectiveId: string,
    db: EntityManager,
  ): Promise<ReadonlyMap<string, Pick<AcceptedDays, 'memberId' | 'postId'>>> {
    const posts = await this.posts.listPosts(collectiveId, db);
    return new Map(
      posts.flatMap(({ post, appointments }) =>
        appointments.map(({ id, memberId }) => [id, { memberId, postId: post.id }] as const),
      ),
    );
  }
}

function owedMonth(
  { state, acceptance, month, amount, lines }: ToldSheet,
  appointed: ReadonlyMap<string, Pick<AcceptedDays, 'memberId' | 'postId'>>,
) {
  if (state !== 'owed' || acceptance === undefined) return [];
  const { entryId, acceptedOn } = acceptance;
  const told = lines.map((line): AcceptedDays => ({
    ...(appointed.get(line.appointmentId) ?? { memberId: '', postId: '' }),
    ...line,
  }));
  const name = spanOfMonths({ from: firstDayOf(month), to: lastDayOf(month) });
  return [{ entryId, acceptedOn, month, name, amount, lines: told }];
}
