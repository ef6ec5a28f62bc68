import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What was put right about a bank account: how it is called, where it is, its last four digits. */
@Entity('bank_account_changes')
export class BankAccountChangeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('account_id') accountId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('label') label: string;
  @TextColumn('bank') bank: string;
  @TextColumn('last_four') lastFour: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
