import { Entity } from 'typeorm';
import type { CostKind } from '../../domain/assets/custody-bearers';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What of income that fell due is the owner's, by the agreement over its asset. */
@Entity('custody_dues')
export class CustodyDueEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('receivable_id') receivableId: string;
  @TextColumn('custody_id') custodyId: string;
  /** The whole that fell due. */
  @FenColumn('amount_fen') amount: bigint;
  @FenColumn('part_fen') part: bigint;
  @TextColumn('entry_id') entryId: string;
  /** By what was said of the tax that its paper charges; null where it charges none. */
  @OptionalTextColumn('bearers_id') bearersId: string | null;
}

/** What of money that came for it is the owner's. */
@Entity('custody_receipts')
export class CustodyReceiptEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('receipt_id') receiptId: string;
  @KeyColumn('receivable_id') receivableId: string;
  @FenColumn('part_fen') part: bigint;
}

/** What of the owner's part of a cost was kept back from it, beside what came back of the cost. */
@Entity('custody_costs')
export class CustodyCostEntity {
  @CollectiveColumn() collectiveId: string;
  /** That of what came back. */
  @KeyColumn() id: string;
  @TextColumn('custody_id') custodyId: string;
  @TextColumn('deduction_id') deductionId: string;
  /** By what was said of who bears costs. */
  @TextColumn('bearer_id') bearerId: string;
  /** The days of the cost. */
  @TextColumn('first_on') firstOn: string;
  @TextColumn('last_on') lastOn: string;
  @TextColumn('kept_on') keptOn: string;
  /** The whole cost, and what of it is the owner's. */
  @FenColumn('amount_fen') amount: bigint;
  @FenColumn('part_fen') part: bigint;
  /** What is kept back now, or paid by the owner. */
  @FenColumn('kept_fen') kept: bigint;
  @TextColumn('entry_id') entryId: string;
  /** The kind of the cost; null in rows of before. */
  @OptionalTextColumn('cost_kind') costKind: CostKind | null;
  /**
   * `owner` where he paid it himself into the bank, `ownerCash` in cash; null where it was kept back from
   * what came for him.
   */
  @OptionalTextColumn('paid_by') paidBy: 'owner' | 'ownerCash' | null;
}

/** What an owner was paid of it. */
@Entity('custody_payments')
export class CustodyPaymentEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('custody_id') custodyId: string;
  @TextColumn('paid_on') paidOn: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('entry_id') entryId: string;
}
