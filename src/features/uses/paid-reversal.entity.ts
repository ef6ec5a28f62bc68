import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Why a grant that was paid, or may have been, was taken back, and what becomes of the money. */
@Entity('paid_reversals')
export class PaidReversalEntity {
  @CollectiveColumn() collectiveId: string;
  /** The voucher that takes it back. */
  @KeyColumn('entry_id') entryId: string;
  /** What was paid of it for certain, and what may have been, when it was taken back. */
  @FenColumn('paid_fen') paid: bigint;
  @FenColumn('unsure_fen') unsure: bigint;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
