import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, KeyCountColumn, TextColumn } from '../../platform/database/columns';

/** Once a sheet was put up: when, where, and the photo that shows it. */
@Entity('notice_displays')
export class NoticeDisplayEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('notice_id') noticeId: string;
  @KeyCountColumn('display_number') displayNumber: number;
  @TextColumn('displayed_on') displayedOn: string;
  @TextColumn('display_place') displayPlace: string;
  @TextColumn('file_id') fileId: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That it came down again. */
@Entity('notice_takedowns')
export class NoticeTakedownEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('notice_id') noticeId: string;
  @KeyCountColumn('display_number') displayNumber: number;
  @TextColumn('taken_down_on') takenDownOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
