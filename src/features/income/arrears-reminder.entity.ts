import { Entity } from 'typeorm';
import type { ReminderWay } from '../../domain/income/arrears';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Somebody was reminded of what was late for an asset on that day. */
@Entity('arrears_reminders')
export class ArrearsReminderEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  /** The id of a counterparty. */
  @TextColumn('counterparty') counterparty: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('reminded_on') remindedOn: string;
  @TextColumn('way') way: ReminderWay;
  @TextColumn('note') note: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('recorded_by') recordedBy: string;
  @TextColumn('recorded_at') recordedAt: string;
}
