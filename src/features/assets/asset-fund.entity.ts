import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FundLevel } from '../../domain/assets/asset';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A part of an asset's cost, by the level it came from. */
@Entity('asset_funds')
export class AssetFundEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  @PrimaryColumn({ name: 'line_number', type: 'integer' }) lineNumber: number;
  @TextColumn('level') level: FundLevel;
  @Column({ name: 'year', type: 'integer' }) year: number;
  @FenColumn('amount_fen') amount: bigint;
}
