import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** The PDF made of a notice, once, kept by the hash of its bytes, with what it was made with. */
@Entity('notice_sheets')
export class NoticeSheetEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('notice_id') noticeId: string;
  @TextColumn('sha256') sha256: string;
  /** Versions of template, writer and fonts. */
  @TextColumn('made_with') madeWith: string;
}
