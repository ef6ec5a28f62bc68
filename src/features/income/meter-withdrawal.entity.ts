import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A record about a meter that was wrong: it stays, and counts for nothing any more. */
@Entity('meter_withdrawals')
export class MeterWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('record_id') recordId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}
