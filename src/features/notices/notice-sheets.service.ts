import { Injectable } from '@nestjs/common';
import { keepsPersonsFrom, mayNamePersons, type SheetReader } from '../../domain/notices/sheet-audiences';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { isDuplicateKey } from '../../platform/database/faults';
import { findBytes, storeBytes } from '../../platform/files/stored-files';
import { enlargePdf } from '../../platform/pdf/enlarge-pdf';
import { PAPER_VERSION } from '../../platform/pdf/paper';
import { NoticeSheetEntity } from './notice-sheet.entity';
import { type Notice, NoticesService } from './notices.service';
import { requireShape } from './report-template';
import type { SheetPaper } from './sheet-papers';
import { SheetDrawingService } from './sheet-drawing.service';

/** The versions a sheet was made with; kept beside its bytes. */
function madeWith({ data }: Notice): string {
  const sheet = data.kind === 'report' ? data.heading.sheet : data.kind;
  return `${sheet}/1 ${PAPER_VERSION} noto-sc/0.4.3`;
}

/** Whether a reader may not see all that is printed on the kept sheet. */
export function isDrawnAnew({ data }: Pick<Notice, 'data'>, reader: SheetReader): boolean {
  if (data.kind !== 'report' || !keepsPersonsFrom(reader)) return false;
  return mayNamePersons(requireShape(data.heading));
}

/** The printed sheet of a notice: made once, kept by the hash of its bytes, the same bytes ever after. */
@Injectable()
export class NoticeSheetsService {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticesService,
    private readonly drawing: SheetDrawingService,
  ) {}

  /** The PDF of a notice, A4. @throws DomainError `notices.unknown` */
  async requireSheet(collectiveId: string, noticeId: string): Promise<Buffer> {
    const kept = await this.findSheet(collectiveId, noticeId);
    if (kept !== undefined) return kept;
    const notice = await this.notices.requireNotice(collectiveId, noticeId);
    const bytes = await this.drawing.draw(notice, 'wall');
    await this.keep(notice, bytes);
    return (await this.findSheet(collectiveId, noticeId)) ?? bytes;
  }

  /** The same as a reader may have it: who may not see all of it has it drawn anew, and kept nowhere. */
  requireFor(notice: Notice, reader: SheetReader): Promise<Buffer> {
    if (isDrawnAnew(notice, reader)) return this.drawing.draw(notice, reader);
    return this.requireSheet(notice.collectiveId, notice.id);
  }

  /**
   * A sheet on the paper that is asked for: A4 as it was kept, the same on A3 for the wall, or its companion
   * in large print.
   */
  async requireOn(paper: SheetPaper, collectiveId: string, noticeId: string): Promise<Buffer> {
    if (paper === 'large') {
      return this.drawing.drawLarge(await this.notices.requireNotice(collectiveId, noticeId));
    }
    const bytes = await this.requireSheet(collectiveId, noticeId);
    return paper === 'a3' ? enlargePdf(bytes) : bytes;
  }

  /** The notices of a village whose PDF is kept. */
  async listKept(collectiveId: string): Promise<ReadonlySet<string>> {
    const select = { noticeId: true } as const;
    const kept = await this.database.reader.find(NoticeSheetEntity, { where: { collectiveId }, select });
    return new Set(kept.map(({ noticeId }) => noticeId));
  }

  private async findSheet(collectiveId: string, noticeId: string): Promise<Buffer | undefined> {
    const sheet = await this.database.reader.findOneBy(NoticeSheetEntity, { collectiveId, noticeId });
    return sheet === null ? undefined : findBytes(this.database.reader, sheet.sha256);
  }

  private async keep(notice: Notice, bytes: Buffer): Promise<void> {
    const sha256 = await storeBytes(this.database, 'application/pdf', bytes);
    const { collectiveId, id: noticeId } = notice;
    try {
      await this.database.inTransaction(collectiveId, (tx) =>
        insertRecorded(tx, NoticeSheetEntity, { collectiveId, noticeId, sha256, madeWith: madeWith(notice) }),
      );
    } catch (error) {
      // Somebody printed at the same moment: their bytes are the kept ones.
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
