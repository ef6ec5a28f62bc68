import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** That an asset has a public card, and under which name. */
@Entity('asset_cards')
export class AssetCardEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  @TextColumn('code') code: string;
  @TextColumn('opened_by') openedBy: string;
  @TextColumn('opened_at') openedAt: string;
}

/** The directory of public cards: which village's asset a name stands for. A reference table. */
@Entity('asset_codes')
export class AssetCodeEntity {
  @PrimaryColumn({ name: 'code', type: 'varchar' }) code: string;
  @TextColumn('collective_id') collectiveId: string;
  @TextColumn('asset_id') assetId: string;
}
