import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Which station of which keeper an owner's asset has its slips from. */
@Entity('station_links')
export class StationLinkEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  @TextColumn('keeper_id') keeperId: string;
  /** The asset in the keeper's register. */
  @TextColumn('station_id') stationId: string;
}
