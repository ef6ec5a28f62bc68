import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn } from '../../platform/database/columns';

/** Whose the money is that came for a kept station. */
@Entity('joint_receipt_parts')
export class JointReceiptPartEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('receipt_id') receiptId: string;
  @KeyColumn('receivable_id') receivableId: string;
  @KeyColumn('owner') owner: string;
  @FenColumn('amount_fen') amount: bigint;
}
