import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A row of a joint station's dated share table. */
@Entity('share_rows')
export class ShareRowEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  @KeyColumn('valid_from') validFrom: string;
  @KeyColumn('share_key') key: string;
  @TextColumn('label') label: string;
  @TextColumn('share') share: string;
  @TextColumn('owner') owner: string;
}
