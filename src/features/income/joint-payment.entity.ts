import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What was paid to an owner out of what came for him. */
@Entity('joint_payments')
export class JointPaymentEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @KeyColumn('owner') owner: string;
  @TextColumn('paid_on') paidOn: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('entry_id') entryId: string;
}
