import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { ReportSheet } from '../../domain/notices/report-sheets';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { dayProblems } from '../../domain/shared/typed-fields';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { sheetNumberText } from '../../glossary/periods';
import { type FallenPlan, PlanPublicityService } from '../distribution/plan-publicity.service';
import { NoticeComposerService } from './notice-composer.service';
import { NoticeRegisterService, type PublishedNotice, toldOf } from './notice-register.service';
import { NoticeMatterEntity, NoticeWithdrawalEntity } from './notice-report.entity';
import { NoticeEntity } from './notice.entity';
import { PublicCodeEntity } from './public-code.entity';
import { comesBefore } from './same-matter';

export type Notice = NoticeEntity;

/** The sheet that says what was put right of another. */
const CORRECTION: ReportSheet = 'correction';

/** A sheet that holds no more: its plan fell, or the village withdrew it. */
export interface FallenSheet extends FallenPlan {
  /** What the village said, of a sheet that is no plan's. */
  readonly why?: string;
}

/** Publishes sheets: numbered, their facts fixed by a digest, their code in the public directory. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanPublicityService,
    private readonly composer: NoticeComposerService,
    private readonly register: NoticeRegisterService,
  ) {}

  /**
   * Publishes the sheet of an approved plan, of a period or of a year. The code enters the public directory
   * in a transaction of its own, afterwards; publishing again under the same key finishes what was cut off
   * between the two.
   * @throws DomainError `plan.notNow`, `notices.characterNotPrintable`; FormProblems
   *   `calendar.notADay`, `notices.beforeApproval`, `notices.beforeToday`, `notices.tooFarAhead`
   */
  async publishNotice(
    collectiveId: string,
    form: { readonly planId: string; readonly displayedOn: string },
    command: Command,
  ): Promise<PublishedNotice> {
    refuseProblems(dayProblems({ field: 'displayedOn', value: form.displayedOn }));
    const published = await this.database.inTransaction(
      collectiveId,
      (tx) => this.publish(tx, collectiveId, { ...form, by: command.by }),
      onceOf(command, 'notices.publish', form),
    );
    await this.register.enterCode(collectiveId, published);
    return published;
  }

  /** @throws DomainError `notices.unknown` */
  async requireNotice(collectiveId: string, id: string): Promise<Notice> {
    const notice = await this.database.reader.findOneBy(NoticeEntity, { collectiveId, id });
    if (notice === null) throw new DomainError('notices.unknown', { noticeId: id });
    return notice;
  }

  /** The notice a short code stands for, or undefined. Looking up is recorded nowhere. */
  async findByCode(code: string): Promise<Notice | undefined> {
    const entry = await this.database.reader.findOneBy(PublicCodeEntity, { code });
    if (entry === null) return undefined;
    const notice = await this.requireNotice(entry.collectiveId, entry.noticeId);
    // The directory is on no record: a code opens the sheet that bears it and no other.
    return notice.code === code ? notice : undefined;
  }

  /**
   * Whether the plan of a sheet was returned, taken back or replaced after it was published; whether one that
   * is no plan's was withdrawn, or published anew.
   */
  async fallenOf(notice: Notice): Promise<FallenSheet | undefined> {
    const { collectiveId, id: noticeId, planId, data } = notice;
    if (data.kind !== 'report') return this.plans.fallenOf(collectiveId, planId);
    const withdrawn = await this.database.reader.findOneBy(NoticeWithdrawalEntity, {
      collectiveId,
      noticeId,
    });
    if (withdrawn !== null)
      return { on: withdrawn.withdrawnOn, isReplaced: false, isRefused: false, why: withdrawn.reason };
    const successor = await this.successorOf(notice);
    return successor === undefined
      ? undefined
      : { on: successor.publicityFrom, isReplaced: true, isRefused: false };
  }

  /**
   * The sheet that counts in the place of one: of the plan that was decided later, else, where its own plan
   * fell, of the one that hangs to be decided; undefined where none is published.
   */
  async successorOf(notice: Notice): Promise<Notice | undefined> {
    const { collectiveId, id, planId, data } = notice;
    const since = { collectiveId, id: MoreThan(id) };
    // What is about the same days bears the same id here; plans do not.
    const where = data.kind === 'report' ? { ...since, planId } : since;
    const found = await this.database.reader.find(NoticeEntity, { where, order: { id: 'DESC' } });
    if (data.kind === 'report') return found[0];
    const later = found.filter((each) => comesBefore(notice, each));
    const hanging: Notice[] = [];
    for (const each of later) {
      const { plan } = await this.plans.requirePlan(collectiveId, each.planId);
      if (plan.state === 'approved') return each;
      if (plan.state === 'submitted') hanging.push(each);
    }
    const hasFallen = (await this.plans.fallenOf(collectiveId, planId)) !== undefined;
    return hasFallen ? hanging[0] : undefined;
  }

  /** The sheet that says what was put right of this one, the last that stands; undefined where none does. */
  async correctionOf({ collectiveId, id: matterId }: Notice): Promise<Notice | undefined> {
    const db = this.database.reader;
    const matter = await db.findOneBy(NoticeMatterEntity, { collectiveId, sheet: CORRECTION, matterId });
    if (matter === null) return undefined;
    const where = { collectiveId, planId: matter.id };
    const [latest] = await db.find(NoticeEntity, { where, order: { version: 'DESC' }, take: 1 });
    return latest === undefined || (await this.fallenOf(latest)) !== undefined ? undefined : latest;
  }

  /** A village's notices, newest first. */
  listNotices(collectiveId: string): Promise<Notice[]> {
    return this.database.reader.find(NoticeEntity, { where: { collectiveId }, order: { id: 'DESC' } });
  }

  /** A village's notices in force, newest first: {@link fallenOf} says nothing of them. Read in one go. */
  async listStanding(collectiveId: string): Promise<Notice[]> {
    const withdrawals = await this.database.reader.findBy(NoticeWithdrawalEntity, { collectiveId });
    const withdrawn = new Set(withdrawals.map(({ noticeId }) => noticeId));
    const fallenPlans = new Map<string, boolean>();
    const latest = new Map<string, number>();
    const standing: Notice[] = [];
    for (const notice of await this.listNotices(collectiveId)) {
      const { id, planId, version, data } = notice;
      if (data.kind === 'report') {
        const before = latest.get(planId) ?? version;
        latest.set(planId, before);
        if (!withdrawn.has(id) && version >= before) standing.push(notice);
        continue;
      }
      const isFallen =
        fallenPlans.get(planId) ?? (await this.plans.fallenOf(collectiveId, planId)) !== undefined;
      fallenPlans.set(planId, isFallen);
      if (!isFallen) standing.push(notice);
    }
    return standing;
  }

  private async publish(
    tx: EntityManager,
    collectiveId: string,
    form: { readonly planId: string; readonly displayedOn: CalendarDay; readonly by: string },
  ): Promise<PublishedNotice> {
    const { of, from } = await this.plans.requirePublishable(tx, collectiveId, form.planId);
    this.register.requireDays(from ?? form.displayedOn, form.displayedOn);
    const before = await tx.findOneBy(NoticeEntity, { collectiveId, planId: of.plan.id });
    // A plan has one sheet. Asked again after a cut between the two transactions, its code is entered now.
    if (before !== null) return toldOf(before);
    const publication = await this.register.nextPublication(tx, collectiveId, form.displayedOn);
    const data = await this.composer.composeFor(of, publication, tx);
    const published = await this.register.enter(tx, collectiveId, { planId: of.plan.id, data });
    const sheet = { ...data.publicity, number: sheetNumberText(data.heading.number) };
    await this.plans.noteHanging(tx, of, { sheet, by: form.by });
    return published;
  }
}
