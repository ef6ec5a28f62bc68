import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A voucher that was reversed, and the one by which its fact was entered anew. */
@Entity('reentries')
export class ReentryEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('corrects_id') correctsId: string;
  @TextColumn('entry_id') entryId: string;
}
