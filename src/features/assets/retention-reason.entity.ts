import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Why a retention was paid before its day, and how much of it was not due. */
@Entity('retention_reasons')
export class RetentionReasonEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('event_id') eventId: string;
  @FenColumn('early_fen') early: bigint;
  @TextColumn('reason') reason: string;
}
