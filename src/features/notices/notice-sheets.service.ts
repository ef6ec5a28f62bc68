import { Injectable } from '@nestjs/common';
import { insertRecorded } from '../../platform/audit/records';
import { Configuration } from '../../platform/config/configuration';
import { Database } from '../../platform/database/database';
import { isDuplicateKey } from '../../platform/database/faults';
import { findBytes, storeBytes } from '../../platform/files/stored-files';
import { PAPER_VERSION } from '../../platform/pdf/paper';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { renderDistributionNotice } from './distribution-sheet';
import type { PublishedSheetOptions } from './sheet-context';
import { renderYearPlanNotice } from './year-plan-sheet';
import { NoticeFontsService } from './notice-fonts.service';
import { NoticeSheetEntity } from './notice-sheet.entity';
import { type Notice, NoticesService } from './notices.service';

/** The names of officers by contact, printed beside the facts. */
export function officersOf(contacts: Collective['contacts']): Record<string, string> {
  return Object.fromEntries(
    contacts.flatMap(({ id, officer }) => (officer === undefined ? [] : [[id, officer] as const])),
  );
}

/** The versions a sheet was made with; kept beside its bytes. */
function madeWith({ data }: Notice): string {
  return `${data.kind}/1 ${PAPER_VERSION} pdfkit/0.20.2 noto-sc/0.4.3`;
}

function drawSheet({ data }: Notice, options: PublishedSheetOptions): Promise<Buffer> {
  return data.kind === 'distribution'
    ? renderDistributionNotice(data, options)
    : renderYearPlanNotice(data, options);
}

/** The printed sheet of a notice: made once, kept by the hash of its bytes, the same bytes ever after. */
@Injectable()
export class NoticeSheetsService {
  constructor(
    private readonly database: Database,
    private readonly configuration: Configuration,
    private readonly collectives: CollectivesService,
    private readonly notices: NoticesService,
    private readonly fonts: NoticeFontsService,
  ) {}

  /** The PDF of a notice, A4. @throws DomainError `notices.unknown` */
  async requireSheet(collectiveId: string, noticeId: string): Promise<Buffer> {
    const kept = await this.findSheet(collectiveId, noticeId);
    if (kept !== undefined) return kept;
    const notice = await this.notices.requireNotice(collectiveId, noticeId);
    const bytes = await this.render(notice);
    await this.keep(notice, bytes);
    return (await this.findSheet(collectiveId, noticeId)) ?? bytes;
  }

  private async findSheet(collectiveId: string, noticeId: string): Promise<Buffer | undefined> {
    const sheet = await this.database.reader.findOneBy(NoticeSheetEntity, { collectiveId, noticeId });
    return sheet === null ? undefined : findBytes(this.database.reader, sheet.sha256);
  }

  private async render(notice: Notice): Promise<Buffer> {
    const collective = await this.collectives.requireCollective(notice.collectiveId);
    const { publicAddress, demo } = this.configuration;
    return drawSheet(notice, {
      // Capitals and digits only: the QR then needs the least room.
      url: `${publicAddress}/N/${notice.code.replace(/-/g, '')}`.toUpperCase(),
      shortCode: notice.code,
      digest: notice.digest,
      specimen: demo,
      fonts: this.fonts.files,
      officers: officersOf(collective.contacts),
    });
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
