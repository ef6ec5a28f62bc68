import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What came back of a cost that was paid, why, and by which paper. */
@Entity('cost_refunds')
export class CostRefundEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('deduction_id') deductionId: string;
  @TextColumn('refunded_on') refundedOn: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('reason') reason: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entry_id') entryId: string;
}
