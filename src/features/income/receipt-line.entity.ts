import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn } from '../../platform/database/columns';

/** What of a receipt clears which receivable. */
@Entity('receipt_lines')
export class ReceiptLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('receipt_id') receiptId: string;
  @KeyColumn('receivable_id') receivableId: string;
  @FenColumn('amount_fen') amount: bigint;
}
