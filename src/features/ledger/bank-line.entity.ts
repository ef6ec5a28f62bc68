import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalFenColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A line of a bank's statement, taken once however many statements tell it. Fen, in above zero. */
@Entity('bank_lines')
export class BankLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('account_id') accountId: string;
  @TextColumn('statement_id') statementId: string;
  @CountColumn('line_number') lineNumber: number;
  @TextColumn('booked_on') bookedOn: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('text') text: string;
  @TextColumn('counterparty') counterparty: string;
  @TextColumn('reference') reference: string;
  @OptionalFenColumn('balance_after_fen') balanceAfter: bigint | null;
  @TextColumn('mark') mark: string;
}
