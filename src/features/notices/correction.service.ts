import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CorrectedSheet, correctionNotice, isMoved } from '../../domain/notices/correction';
import type { ReportFigures, ReportRow } from '../../domain/notices/report-notice';
import { shapeOf } from '../../domain/notices/report-sheets';
import { DomainError } from '../../domain/shared/domain-error';
import { correctionWords } from '../../glossary/correction-words';
import { sheetNumberText } from '../../glossary/periods';
import { Database } from '../../platform/database/database';
import { MovedSheetsService } from '../distribution/moved-sheets.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { movedCorrection, reasonOf, reportCorrection, yearCorrection } from './corrected-sheets';
import { type Notice, NoticesService } from './notices.service';
import { noticeTitle } from './public-words.pages';
import { MatterSource, type OfferedMatter, type ReportSubject } from './report-source';

/** What a published sheet says otherwise now: by a later version of it, or by what was put right since. */
@Injectable()
export class CorrectionService extends MatterSource {
  override readonly sheet = 'correction';

  constructor(
    private readonly database: Database,
    private readonly notices: NoticesService,
    private readonly moved: MovedSheetsService,
    private readonly books: LedgerReadService,
  ) {
    super();
  }

  /** @throws DomainError `notices.unknown`, `notices.nothingCorrected` */
  override async subjectOf(collectiveId: string, id: string, db: EntityManager): Promise<ReportSubject> {
    const { notice } = await this.database.readWithin(db, () => this.requireCorrected(collectiveId, id));
    const { pool, periodFrom, periodTo } = notice.data.heading;
    return {
      ...{ collectiveId, sheet: this.sheet, pool, periodFrom, periodTo },
      about: { id, of: kindOf(notice) },
    };
  }

  override async figuresOf(
    { collectiveId, about }: ReportSubject,
    db: EntityManager,
  ): Promise<ReportFigures> {
    return this.database.readWithin(db, async () => {
      const { corrected, notice, later } = await this.requireCorrected(collectiveId, about?.id ?? '');
      const causes: ReportRow[] = [];
      for (const row of corrected.causes) causes.push(await this.reasonedOf(collectiveId, row));
      const { data, version, code } = notice;
      const facts = {
        ...{ number: sheetNumberText(data.heading.number), version, code, hungOn: data.publicity.from },
        ...(later === undefined
          ? {}
          : {
              ...{ newNumber: sheetNumberText(later.data.heading.number), newVersion: later.version },
              newCode: later.code,
            }),
      };
      return correctionNotice({ ...corrected, causes, facts: { ...facts, ...corrected.facts } });
    });
  }

  /** The sheet before the one that counts, and plans' sheets whose books were put right. */
  override async listMatters(collectiveId: string): Promise<readonly OfferedMatter[]> {
    const notices = await this.notices.listNotices(collectiveId);
    const moved = new Set((await this.moved.listMoved(collectiveId)).map(({ plan }) => plan.id));
    const offered: OfferedMatter[] = [];
    for (const notice of notices) {
      const found = moved.has(notice.planId) ? 'moved' : await this.laterOf(notice);
      if (found === undefined || (found !== 'moved' && found.version !== notice.version + 1)) continue;
      if ((await this.notices.correctionOf(notice)) !== undefined) continue;
      const { data, id } = notice;
      const number = sheetNumberText(data.heading.number);
      offered.push({ id, name: correctionWords.offered(number, noticeTitle(data)) });
    }
    return offered;
  }

  /** @throws DomainError `notices.unknown`, `notices.nothingCorrected` */
  private async requireCorrected(
    collectiveId: string,
    id: string,
  ): Promise<{ notice: Notice; later: Notice | undefined; corrected: CorrectedSheet }> {
    const notice = await this.notices.requireNotice(collectiveId, id);
    const later = await this.laterOf(notice);
    const corrected = await this.correctedOf(notice, later);
    if (corrected === undefined || !isMoved(corrected)) throw new DomainError('notices.nothingCorrected');
    return { notice, later, corrected };
  }

  private async correctedOf(notice: Notice, later: Notice | undefined): Promise<CorrectedSheet | undefined> {
    const { data, collectiveId, planId } = notice;
    if (data.kind === 'distribution') {
      const moved = await this.moved.movedOf(collectiveId, planId);
      return moved && movedCorrection(moved);
    }
    if (data.kind === 'yearly-use-plan' && later?.data.kind === 'yearly-use-plan')
      return yearCorrection(data, later.data);
    if (data.kind === 'report' && later?.data.kind === 'report') return reportCorrection(data, later.data);
    return undefined;
  }

  /** The version that counts in its place; of what counts no money, or is about one matter, none is told. */
  private async laterOf(notice: Notice): Promise<Notice | undefined> {
    const { data } = notice;
    if (data.kind === 'distribution') return undefined;
    const shape = data.kind === 'report' ? shapeOf(data.heading.sheet) : undefined;
    if (shape?.matter !== undefined || shape?.counts === true) return undefined;
    return this.notices.successorOf(notice);
  }

  /** With why the voucher of a row was booked, where it has one and says nothing yet. */
  private async reasonedOf(collectiveId: string, row: ReportRow): Promise<ReportRow> {
    const { entry, reason } = row;
    if (typeof entry !== 'string' || reason !== undefined) return row;
    return { ...row, reason: reasonOf(await this.books.requireEntry(collectiveId, entry)) };
  }
}

/** The name of a sheet's kind. */
function kindOf({ data }: Notice): string {
  return data.kind === 'report' ? data.heading.sheet : data.kind;
}
