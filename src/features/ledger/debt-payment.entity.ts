import { Entity, PrimaryColumn } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** Whose part of which debt a line of a payment is, or what the bank sent back of it. */
@Entity('debt_payments')
export class DebtPaymentEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('entry_id') entryId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @CountColumn('entry_line') entryLine: number;
  /** The voucher by which it was owed. */
  @TextColumn('debt_entry_id') debtEntryId: string;
  @TextColumn('party_id') partyId: string;
  @FenColumn('amount_fen') amount: bigint;
  /** Of what came back: the voucher that had paid it. */
  @OptionalTextColumn('paid_entry_id') paidEntryId: string | null;
}
