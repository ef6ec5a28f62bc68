import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { yuanText } from '../../domain/money/fen';
import { aidDeadlines } from '../../domain/uses/aid-deadlines';
import { type AttendanceLine, wageQuotient } from '../../domain/uses/attendance';
import { daysText } from '../../domain/uses/labour-rows';
import { type RoundedPart, roundedPart } from '../../domain/uses/rounded-part';
import type { OwedLine, OwedList } from '../../domain/uses/owed-people';
import { wageText } from '../../glossary/post-words';
import { aidWords } from '../../glossary/terms-aid';
import { workWords } from '../../glossary/terms-works';
import { AidService, type ToldAidList } from '../uses/aid.service';
import { AttendanceService } from '../uses/attendance.service';
import { PostsService } from '../uses/posts.service';
import { WorksService } from '../uses/works.service';
import { PlanReadService } from './plan-read.service';

/** What one person has on a list, and how it was reckoned. */
export interface ToldLine extends OwedLine {
  /** What it is for: the post, the work, what a reward is given for. */
  readonly what: string;
  readonly reckoning: string;
  /** Where it did not come to whole fen: how it was rounded. */
  readonly rounded: RoundedPart | undefined;
}

/** A list that is owed, and where its page is found. */
export interface AcceptedList extends Omit<OwedList<ToldLine>, 'standing'> {
  readonly id: string;
  /** The work of a sheet; blank of others. */
  readonly workId: string;
  /** The month of attendance; the last day of a sheet; the day on which a list was accepted. */
  readonly when: string;
  /** The last day on which its document lets it be paid, where that is known. */
  readonly payBy: CalendarDay | undefined;
}

/** The lists by which people are owed: what somebody else accepted, and nobody took back. */
@Injectable()
export class OwedListsService {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly posts: PostsService,
    private readonly works: WorksService,
    private readonly aid: AidService,
    private readonly plans: PlanReadService,
  ) {}

  async listAccepted(collectiveId: string): Promise<AcceptedList[]> {
    return [
      ...(await this.attended(collectiveId)),
      ...(await this.worked(collectiveId)),
      ...(await this.aided(collectiveId)),
    ];
  }

  private async attended(collectiveId: string): Promise<AcceptedList[]> {
    const posts = await this.posts.listPosts(collectiveId);
    const onPost = new Map(
      posts.flatMap(({ post, appointments }) =>
        appointments.map(({ id, memberId }) => [id, { memberId, what: post.name }]),
      ),
    );
    const sheets = await this.attendance.listSheets(collectiveId);
    return sheets.flatMap(({ id, month, amount, lines, state, acceptance }) => {
      if (state !== 'owed' || acceptance === undefined) return [];
      const told = lines.map(({ appointmentId, halfDays, monthDays, every, standard, amount: owed }) => ({
        ...(onPost.get(appointmentId) ?? { memberId: '', what: '' }),
        amount: owed,
        reckoning: wageText({
          ...{ standard: yuanText(standard), days: daysText(halfDays) },
          monthDays: every === 'month' ? monthDays : undefined,
        }),
        rounded: roundedWage({ halfDays, monthDays, every, standard }),
      }));
      const at = { id, workId: '', when: month, payBy: undefined, entryId: acceptance.entryId };
      return [{ kind: 'posts' as const, ...at, amount, lines: told }];
    });
  }

  private async worked(collectiveId: string): Promise<AcceptedList[]> {
    const works = await this.works.listWorks(collectiveId);
    return works.flatMap(({ id: workId, name, sheets }) =>
      sheets.flatMap(({ id, to, amount, lines, state, voucherEntryId: entryId }) => {
        if (state !== 'owed' || entryId === undefined) return [];
        const told = lines.map(({ memberId, halfDays, rate, amount: owed }) => ({
          ...{ memberId, amount: owed, what: name },
          reckoning: workWords.reckoning(daysText(halfDays), yuanText(rate), yuanText(owed)),
          rounded: roundedPart(BigInt(halfDays) * rate, 2n),
        }));
        const at = { id, workId, when: to, payBy: undefined, entryId };
        return [{ kind: 'works' as const, ...at, amount, lines: told }];
      }),
    );
  }

  private async aided(collectiveId: string): Promise<AcceptedList[]> {
    const lists = await this.aid.listLists(collectiveId);
    const payBy = await this.lastDays(collectiveId, lists);
    return lists.flatMap(({ id, ground, amount, lines, state, acceptedOn, voucherEntryId: entryId }) => {
      if (state !== 'owed' || entryId === undefined) return [];
      const told = lines.map(({ memberId, standard, times, amount: owed }) => ({
        ...{ memberId, amount: owed, what: ground },
        reckoning: aidWords.reckoning(yuanText(standard), times, yuanText(owed)),
        rounded: undefined,
      }));
      const at = { id, workId: '', when: acceptedOn ?? '', payBy: payBy.get(id), entryId };
      return [{ kind: 'aid' as const, ...at, amount, lines: told }];
    });
  }

  /** The last day of payment of each list of which a time runs. */
  private async lastDays(
    collectiveId: string,
    lists: readonly ToldAidList[],
  ): Promise<Map<string, CalendarDay>> {
    const beside = await this.aid.askedBeside(collectiveId);
    const found = new Map<string, CalendarDay>();
    if (Object.keys(beside.terms.runsAfter).length === 0) return found;
    for (const list of lists.filter(({ state }) => state === 'owed')) {
      const { pack } = await this.plans.requirePlanOf(collectiveId, list.claimId);
      const days = aidDeadlines(list, { pack, ...beside }).flatMap(({ last }) => last ?? []);
      const [first] = days.sort();
      if (first !== undefined) found.set(list.id, first);
    }
    return found;
  }
}

function roundedWage(of: Pick<AttendanceLine, 'halfDays' | 'monthDays' | 'every' | 'standard'>) {
  const { product, divisor } = wageQuotient(of);
  return roundedPart(product, divisor);
}
