import { Entity, PrimaryColumn } from 'typeorm';
import type { GivenClass } from '../../domain/assets/review';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** The class an asset was given at a review. */
@Entity('asset_reviews')
export class AssetReviewEntity implements GivenClass {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  /** Counted from 1 in the order of entry. */
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('reviewed_on') reviewedOn: string;
  @TextColumn('pack') pack: string;
  @TextColumn('class_id') classId: string;
  @TextColumn('class_name') className: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
