import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { periodKindOf } from '../../domain/notices/period-kind';
import type { ReportNotice, SampleReport } from '../../domain/notices/report-notice';
import { issuedBy, type Issuers, NoticeIssueService, type Publication } from './notice-issue.service';
import { ReportSources, type ReportSubject } from './report-source';

/** Puts the canonical facts of a sheet that is no plan's together. */
@Injectable()
export class ReportComposerService {
  constructor(
    private readonly issue: NoticeIssueService,
    private readonly sources: ReportSources,
  ) {}

  /** @throws DomainError `collective.withoutOffice`, `notices.characterNotPrintable` */
  async compose(
    subject: ReportSubject,
    { version, ...publication }: Publication & { readonly version: number },
    db: EntityManager,
  ): Promise<ReportNotice> {
    const issuers = await this.issue.issuersOf(subject.collectiveId);
    const { heading: issued, ...issue } = this.issue.issueOfReport(issuers, publication);
    const { heading, ...body } = await this.bodyOf(subject, issuers, db);
    const notice: ReportNotice = {
      ...{ ...body, ...issue, kind: 'report' },
      heading: { ...heading, ...issued, version },
    };
    this.issue.refuseUnprintable(notice, issuers);
    return notice;
  }

  /** As it would be, issued on a day. @throws as {@link compose} */
  async composeSample(subject: ReportSubject, issuedOn: string, db: EntityManager): Promise<SampleReport> {
    const issuers = await this.issue.issuersOf(subject.collectiveId);
    const { heading, ...body } = await this.bodyOf(subject, issuers, db);
    const sample: SampleReport = { ...body, kind: 'report-sample', heading: { ...heading, issuedOn } };
    this.issue.refuseUnprintable(sample, issuers);
    return sample;
  }

  private async bodyOf(subject: ReportSubject, issuers: Issuers, db: EntityManager) {
    const { sheet, pool, periodFrom, periodTo, about } = subject;
    return {
      heading: {
        ...{ ...issuedBy(issuers), sheet, periodFrom, periodTo },
        periodKind: periodKindOf({ from: periodFrom, to: periodTo }),
        ...(pool === undefined ? {} : { pool }),
        ...(about === undefined ? {} : { about }),
      },
      ...(await this.sources.requireSource(sheet).figuresOf(subject, db)),
      ...(await this.issue.askedOf(issuers, db)),
    };
  }
}
