import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { objectionsNotice } from '../../domain/notices/objections-sheet';
import type { ReportFigures } from '../../domain/notices/report-notice';
import { sheetNumberText } from '../../glossary/periods';
import { sheetWords } from '../../glossary/sheet-words';
import { NoticeEntity } from './notice.entity';
import { readObjections } from './objections.store';
import { ReportSource, type ReportSubject } from './report-source';

/** What was said of a village's sheets in some days, and what was answered. */
@Injectable()
export class ObjectionsSheetService extends ReportSource {
  override readonly sheet = 'objections-answers';

  override async figuresOf(
    { collectiveId, periodFrom: from, periodTo: to }: ReportSubject,
    db: EntityManager,
  ): Promise<ReportFigures> {
    const objections = await readObjections(db, { collectiveId });
    const notices = await db.findBy(NoticeEntity, { collectiveId });
    const numbers = new Map(notices.map(({ id, data }) => [id, sheetNumberText(data.heading.number)]));
    const told = objections.map((each) => ({
      ...each,
      sheet: numbers.get(each.noticeId) ?? '',
      name: sheetWords.objection(each),
    }));
    return objectionsNotice(told, { from, to });
  }
}
