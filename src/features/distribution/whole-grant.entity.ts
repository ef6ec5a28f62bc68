import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Why money for people was granted as one sum, without a list, and by whom. */
@Entity('whole_grants')
export class WholeGrantEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('grant_id') grantId: string;
  @TextColumn('why') why: string;
  @TextColumn('granted_by') grantedBy: string;
  @TextColumn('granted_at') grantedAt: string;
}
