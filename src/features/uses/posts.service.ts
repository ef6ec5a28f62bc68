import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { lastDayOn, type PostForm, readPost } from '../../domain/uses/post';
import { readStandard, type StandardForm } from '../../domain/uses/post-standard';
import { paidBeyond, paidOtherwise } from '../../domain/uses/owed-days';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AttendanceService } from './attendance.service';
import { PostEntity, PostStandardEntity } from './post.entity';
import { type OpenWage, PostDocumentsService } from './post-documents.service';
import { PostTermsService } from './post-terms.service';
import { readPosts, type ToldPost } from './posts.store';

/** One post of a village. */
export interface PostAt {
  readonly collectiveId: string;
  readonly postId: string;
}

/** Posts that a village needs, and what each pays from which month. Source: FY-10, 按需设岗. */
@Injectable()
export class PostsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly terms: PostTermsService,
    private readonly documents: PostDocumentsService,
    private readonly attendance: AttendanceService,
  ) {}

  /** Every post of a village, by its number. */
  listPosts(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldPost[]> {
    return readPosts(db, collectiveId);
  }

  /** @throws DomainError `post.unknown` */
  async requirePost(at: PostAt, db: EntityManager = this.database.reader): Promise<ToldPost> {
    const found = (await readPosts(db, at.collectiveId)).find(({ post }) => post.id === at.postId);
    if (found === undefined) throw new DomainError('post.unknown');
    return found;
  }

  /** What the document of today says it leaves open of what posts pay; undefined where it says nothing. */
  openWage(collectiveId: string): Promise<OpenWage | undefined> {
    return this.documents.openWage(collectiveId, this.clock.today());
  }

  /**
   * What of those on a post does not hold any more, by the appointment: who has become an officer or close to
   * one and is still on it, and who left before days that are owed already.
   * @param told the post, whoever is on the list no more among those who left
   */
  async listOutOfPlace(
    collectiveId: string,
    { appointments }: Pick<ToldPost, 'appointments'>,
    db: EntityManager = this.database.reader,
  ): Promise<{ readonly appointmentId: string; readonly memberId: string; readonly problem: Problem }[]> {
    const barred = await this.documents.listBarred(collectiveId, db);
    const owed = await this.attendance.listOwedDays(db, collectiveId);
    return appointments.flatMap((each) => {
      const from = barred.get(each.memberId);
      const last = lastDayOn(each);
      const isOn = from !== undefined && last !== undefined && last >= from;
      const close: Problem[] = isOn ? [{ code: 'post.barredSince', field: '', facts: { from } }] : [];
      const beyond = each.left === undefined ? [] : paidBeyond(owed, each);
      const { id: appointmentId, memberId } = each;
      return [...close, ...beyond].map((problem) => ({ appointmentId, memberId, problem }));
    });
  }

  /** Enters a post. @throws FormProblems `form.*`, `calendar.notADay`, `post.*` */
  openPost(collectiveId: string, form: PostForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const posts = await readPosts(tx, collectiveId);
        const names = posts.map(({ post: { name } }) => name);
        const { post, problems } = readPost(form, names);
        refuseProblems(problems);
        const id = newId();
        const number = posts.length + 1;
        await insertRecorded(tx, PostEntity, { collectiveId, id, number, ...post, ...this.entered(command) });
        return { id };
      },
      onceOf(command, 'posts.open', form),
    );
  }

  /**
   * Enters what a post pays from a month on, held against the document in force on the month's first day.
   * @throws FormProblems `form.*`, `money.*`, `calendar.notAMonth`, `post.*`, `policy.*`; DomainError
   *   `post.unknown`
   */
  setStandard(at: PostAt, form: StandardForm, command: Command): Promise<{ standardNumber: number }> {
    const { collectiveId, postId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const of = await this.requirePost(at, tx);
        const others = (await readPosts(tx, collectiveId)).filter(({ post }) => post.id !== postId);
        const terms = await this.terms.termsOf(collectiveId);
        const { standard, problems } = readStandard(form, { of, others, terms });
        const owed = await this.attendance.listOwedDays(tx, collectiveId);
        const isRead = !problems.some(({ code }) => /^(form|money|calendar)\./.test(code));
        if (isRead) problems.push(...paidOtherwise(owed, of, standard));
        const paid = { standards: of.standards, terms };
        if (isRead) problems.push(...(await this.documents.problemsOf(collectiveId, paid, standard)));
        refuseProblems(problems);
        const standardNumber = of.standards.length + 1;
        await insertRecorded(tx, PostStandardEntity, {
          ...{ collectiveId, postId, standardNumber, ...standard },
          ...this.entered(command),
        });
        return { standardNumber };
      },
      onceOf(command, 'posts.setStandard', { postId, form }),
    );
  }

  private entered({ by }: Command): { readonly enteredBy: string; readonly enteredAt: string } {
    return { enteredBy: by, enteredAt: this.clock.now() };
  }
}
