import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readReportForm, type ReportForm, type WantedReport } from '../../domain/notices/report-form';
import type { ReportHeading } from '../../domain/notices/report-notice';
import type { ReportSheet } from '../../domain/notices/report-sheets';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/ids/new-id';
import { NoticeMatterEntity, NoticeReportEntity } from './notice-report.entity';
import { type OfferedMatter, ReportSources, type ReportSubject } from './report-source';

/** What a sheet's row is found by. */
type Known = { readonly collectiveId: string } & Pick<
  ReportHeading,
  'sheet' | 'pool' | 'periodFrom' | 'periodTo' | 'about'
>;

/** What sheets that are no plan's are about: some days, or one matter; each has one row. */
@Injectable()
export class ReportSubjectsService {
  constructor(
    private readonly sources: ReportSources,
    private readonly clock: Clock,
  ) {}

  /** @throws FormProblems as {@link readReportForm} */
  readWanted(form: ReportForm): WantedReport {
    const read = readReportForm(form, this.clock.today());
    if ('problems' in read) {
      refuseProblems(read.problems);
      throw new DomainError('notices.unknown', { noticeId: form.sheet });
    }
    return read.wanted;
  }

  /** With its days. @throws DomainError where the village has no such matter */
  async subjectOf(collectiveId: string, wanted: WantedReport, db: EntityManager): Promise<ReportSubject> {
    if (!('aboutId' in wanted)) return { collectiveId, ...wanted };
    return this.sources.requireMatterSource(wanted.sheet).subjectOf(collectiveId, wanted.aboutId, db);
  }

  /** What sheets about one matter can be published about now. */
  async listMatters(
    collectiveId: string,
    db: EntityManager,
  ): Promise<(OfferedMatter & { readonly sheet: ReportSheet })[]> {
    const offered: (OfferedMatter & { readonly sheet: ReportSheet })[] = [];
    for (const source of this.sources.listMatterSources()) {
      const own = await source.listMatters(collectiveId, db);
      offered.push(...own.map((each) => ({ ...each, sheet: source.sheet })));
    }
    return offered;
  }

  /** The id of its row, made where there is none yet. */
  async requireRow(tx: EntityManager, subject: ReportSubject, by: string): Promise<string> {
    const found = await this.findRow(tx, subject);
    if (found !== undefined) return found;
    const entered = { id: newId(), enteredBy: by, enteredAt: this.clock.now() };
    if (subject.about === undefined)
      await insertRecorded(tx, NoticeReportEntity, { ...daysOf(subject), ...entered });
    else await insertRecorded(tx, NoticeMatterEntity, { ...matterOf(subject, subject.about), ...entered });
    return entered.id;
  }

  /** The id of its row; undefined where no such sheet was published. */
  async findRow(db: EntityManager, known: Known | ReportSubject): Promise<string | undefined> {
    const found =
      known.about === undefined
        ? await db.findOneBy(NoticeReportEntity, daysOf(known))
        : await db.findOneBy(NoticeMatterEntity, matterOf(known, known.about));
    return found?.id;
  }
}

function daysOf({ collectiveId, sheet, pool, periodFrom, periodTo }: Known | ReportSubject) {
  return { collectiveId, sheet, pool: pool ?? '', periodFrom, periodTo };
}

function matterOf({ collectiveId, sheet }: Known | ReportSubject, { id: matterId }: { readonly id: string }) {
  return { collectiveId, sheet, matterId };
}
