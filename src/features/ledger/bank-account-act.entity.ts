import { Entity, PrimaryColumn } from 'typeorm';
import type { AccountAct } from '../../domain/ledger/bank-account-end';
import { CollectiveColumn, KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** What happened to a bank account as a whole: closed on a day, taken back, or entered by mistake. */
@Entity('bank_account_acts')
export class BankAccountActEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('account_id') accountId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('act') act: AccountAct;
  /** Its last day, where it was closed. */
  @OptionalTextColumn('closed_on') closedOn: string | null;
  @TextColumn('reason') reason: string;
  /** What proves the closing; empty where nothing does. */
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
