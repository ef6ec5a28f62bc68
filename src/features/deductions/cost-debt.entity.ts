import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** That a cost was booked before it was paid, and to whom it is owed, by id. */
@Entity('cost_debts')
export class CostDebtEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('deduction_id') deductionId: string;
  @TextColumn('creditor') creditor: string;
}

/** What was paid of such a cost. */
@Entity('cost_payments')
export class CostPaymentEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('deduction_id') deductionId: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('entry_id') entryId: string;
}
