import { Entity, PrimaryColumn } from 'typeorm';
import type { CorrectedField } from '../../domain/assets/correction';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A field of an asset that was entered wrongly and put right. */
@Entity('asset_corrections')
export class AssetCorrectionEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  /** Counted from 1 in the order of entry. */
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('field') field: CorrectedField;
  @TextColumn('before') before: string;
  @TextColumn('after') after: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
