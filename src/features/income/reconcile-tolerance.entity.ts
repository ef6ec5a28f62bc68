import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** How far a station's meter may be from its slip, from a day on. */
@Entity('reconcile_tolerances')
export class ReconcileToleranceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('valid_from') validFrom: string;
  @TextColumn('percent') percent: string;
  @TextColumn('least_kwh') leastKwh: string;
  @TextColumn('reason') reason: string;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}
