import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { type ReportForm, saysTheSame } from '../../domain/notices/report-form';
import type { SampleReport } from '../../domain/notices/report-notice';
import { SHEETS_OF_DAYS } from '../../domain/notices/report-sheets';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { dayProblems } from '../../domain/shared/typed-fields';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { NoticeRegisterService, type PublishedNotice } from './notice-register.service';
import { NoticeWithdrawalEntity } from './notice-report.entity';
import { NoticeEntity } from './notice.entity';
import { ReportComposerService } from './report-composer.service';
import { ReportSubjectsService } from './report-subjects.service';

/** Publishes and withdraws the sheets that are no plan's. */
@Injectable()
export class ReportNoticesService {
  constructor(
    private readonly database: Database,
    private readonly subjects: ReportSubjectsService,
    private readonly composer: ReportComposerService,
    private readonly register: NoticeRegisterService,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes a sheet of some days or about one matter. The same published before gets the next version where
   * the books say something else since.
   * @throws DomainError `notices.nothingNew`, `notices.characterNotPrintable`; FormProblems
   *   `form.notAllowed`, `calendar.*`, `notices.periodNotOver`, `notices.beforeToday`, `notices.tooFarAhead`
   */
  async publishReport(
    collectiveId: string,
    form: ReportForm & { readonly displayedOn: string },
    command: Command,
  ): Promise<PublishedNotice> {
    refuseProblems(dayProblems({ field: 'displayedOn', value: form.displayedOn }));
    const wanted = this.subjects.readWanted(form);
    const published = await this.database.inTransaction(
      collectiveId,
      async (tx) => {
        this.register.requireDays(form.displayedOn, form.displayedOn);
        const subject = await this.subjects.subjectOf(collectiveId, wanted, tx);
        const planId = await this.subjects.requireRow(tx, subject, command.by);
        const before = await this.latestOf(tx, collectiveId, planId);
        const publication = await this.register.nextPublication(tx, collectiveId, form.displayedOn);
        const version = (before?.version ?? 0) + 1;
        const data = await this.composer.compose(subject, { ...publication, version }, tx);
        if (before?.data.kind === 'report' && !(await this.isWithdrawn(tx, before))) {
          if (saysTheSame(before.data, data)) throw new DomainError('notices.nothingNew');
        }
        return this.register.enter(tx, collectiveId, { planId, data });
      },
      onceOf(command, 'notices.publishReport', form),
    );
    await this.register.enterCode(collectiveId, published);
    return published;
  }

  /** What a form begins with: the last half-year that is over, to be put up today. */
  offered(): ReportForm & { readonly displayedOn: CalendarDay } {
    const displayedOn = this.clock.today();
    const year = yearOf(displayedOn);
    const isLater = displayedOn.slice(5) > '06-30';
    const sheetFrom = isLater ? `${String(year)}-01-01` : `${String(year - 1)}-07-01`;
    const sheetTo = isLater ? `${String(year)}-06-30` : `${String(year - 1)}-12-31`;
    return { sheet: SHEETS_OF_DAYS[0] ?? '', pool: '', sheetFrom, sheetTo, sheetAbout: '', displayedOn };
  }

  /** What sheets about one matter can be published about now. */
  listMatters(collectiveId: string): ReturnType<ReportSubjectsService['listMatters']> {
    return this.subjects.listMatters(collectiveId, this.database.reader);
  }

  /** @throws DomainError `notices.unknown`, `notices.ofPlan` */
  async requireReportNotice(collectiveId: string, id: string): Promise<NoticeEntity> {
    const notice = await this.database.reader.findOneBy(NoticeEntity, { collectiveId, id });
    if (notice === null) throw new DomainError('notices.unknown', { noticeId: id });
    if (notice.data.kind !== 'report') throw new DomainError('notices.ofPlan');
    return notice;
  }

  /** The last version published of the days of a sample, and whether it says the same and stands. */
  async findLatest(
    collectiveId: string,
    sample: SampleReport,
  ): Promise<{ readonly version: number; readonly isSame: boolean } | undefined> {
    const db = this.database.reader;
    const planId = await this.subjects.findRow(db, { collectiveId, ...sample.heading });
    if (planId === undefined) return undefined;
    const before = await this.latestOf(db, collectiveId, planId);
    if (before?.data.kind !== 'report') return undefined;
    const isSame = saysTheSame(before.data, sample) && !(await this.isWithdrawn(db, before));
    return { version: before.version, isSame };
  }

  /** The facts of a sheet as it would be published today. @throws as {@link publishReport} */
  async composeSample(collectiveId: string, form: ReportForm): Promise<SampleReport> {
    const db = this.database.reader;
    const subject = await this.subjects.subjectOf(collectiveId, this.subjects.readWanted(form), db);
    return this.composer.composeSample(subject, this.clock.today(), db);
  }

  /**
   * Takes a sheet back: its code answers that it is withdrawn, and why.
   * @throws DomainError `notices.unknown`, `notices.ofPlan`, `notices.withdrawnAlready`; FormProblems
   *   `form.missing`, `form.privateNumber`
   */
  withdraw(
    { collectiveId, id: noticeId }: { readonly collectiveId: string; readonly id: string },
    form: { readonly recallReason: string },
    command: Command,
  ): Promise<{ readonly noticeId: string }> {
    const reason = form.recallReason.trim().replace(/[\u3002.]$/u, '');
    if (reason === '') refuseProblems([{ code: 'form.missing', field: 'recallReason' }]);
    refuseProblems(privateNumberProblems({ recallReason: reason }));
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const notice = await tx.findOneBy(NoticeEntity, { collectiveId, id: noticeId });
        if (notice === null) throw new DomainError('notices.unknown', { noticeId });
        if (notice.data.kind !== 'report') throw new DomainError('notices.ofPlan');
        if (await this.isWithdrawn(tx, notice)) throw new DomainError('notices.withdrawnAlready');
        await insertRecorded(tx, NoticeWithdrawalEntity, {
          ...{ collectiveId, noticeId, withdrawnOn: this.clock.today(), reason },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { noticeId };
      },
      onceOf(command, 'notices.withdraw', [collectiveId, noticeId, form]),
    );
  }

  private async latestOf(
    db: EntityManager,
    collectiveId: string,
    planId: string,
  ): Promise<NoticeEntity | undefined> {
    const where = { collectiveId, planId };
    const [latest] = await db.find(NoticeEntity, { where, order: { version: 'DESC' }, take: 1 });
    return latest;
  }

  private async isWithdrawn(tx: EntityManager, { collectiveId, id }: NoticeEntity): Promise<boolean> {
    return (await tx.findOneBy(NoticeWithdrawalEntity, { collectiveId, noticeId: id })) !== null;
  }
}
