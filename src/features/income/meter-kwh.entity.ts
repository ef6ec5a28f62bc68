import { Entity } from 'typeorm';
import type { MeterSource } from '../../domain/income/metered-month';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Energy of a month or of a day as an inverter or a meter showed it. */
@Entity('meter_kwh')
export class MeterKwhEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('span') span: string;
  @TextColumn('kwh') kwh: string;
  @TextColumn('source') source: MeterSource;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}
