import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Money that came into the bank. */
@Entity('receipts')
export class ReceiptEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('received_on') receivedOn: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('entry_id') entryId: string;
}
