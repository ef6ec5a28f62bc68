import { Entity, PrimaryColumn } from 'typeorm';
import type { AssetMark, Indicator, Mark } from '../../domain/assets/asset-mark';
import type { Colour, KeptQuarter } from '../../domain/assets/asset-quarter';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What the office saw of an asset in a quarter. */
@Entity('asset_marks')
export class AssetMarkEntity implements AssetMark {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('quarter') quarter: string;
  @TextColumn('indicator') indicator: Indicator;
  @TextColumn('mark') mark: Mark;
  @TextColumn('marked_on') markedOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** How a village's assets stood in a quarter, as it was told when it was kept. */
@Entity('asset_quarters')
export class AssetQuarterEntity implements KeptQuarter {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('quarter') quarter: string;
  @TextColumn('as_of') asOf: string;
  @TextColumn('bounds') bounds: string;
  @TextColumn('recorded_by') recordedBy: string;
  @TextColumn('recorded_at') recordedAt: string;
  @TextColumn('digest') digest: string;
}

/** One asset of it. */
@Entity('asset_quarter_lines')
export class AssetQuarterLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('quarter_id') quarterId: string;
  @PrimaryColumn({ name: 'line', type: 'integer' }) line: number;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('name') name: string;
  @TextColumn('colour') colour: Colour;
  @TextColumn('six') six: string;
}
