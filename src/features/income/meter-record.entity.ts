import { Entity } from 'typeorm';
import type { MeterRecordKind } from '../../domain/income/meter-record';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A fact about a station's meter: a replacement, a reset, an estimate, a correction. */
@Entity('meter_records')
export class MeterRecordEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('kind') kind: MeterRecordKind;
  @TextColumn('happened_on') on: string;
  @TextColumn('reading_was') readingWas: string;
  @TextColumn('reading_is') readingIs: string;
  @TextColumn('multiplier') multiplier: string;
  @TextColumn('meter_number') meterNumber: string;
  @TextColumn('reason') reason: string;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}
