import { Entity, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../../platform/database/columns';

/** The directory of short codes: which collective's notice a code stands for. A reference table. */
@Entity('public_codes')
export class PublicCodeEntity {
  @PrimaryColumn({ name: 'code', type: 'varchar' }) code: string;
  @TextColumn('collective_id') collectiveId: string;
  @TextColumn('notice_id') noticeId: string;
}
