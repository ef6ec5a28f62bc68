import { Entity } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import { CollectiveColumn, KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** A bank account and the account of the books that mirrors it. Of its number only the last four digits. */
@Entity('bank_accounts')
export class BankAccountEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('label') label: string;
  @TextColumn('bank') bank: string;
  @TextColumn('last_four') lastFour: string;
  @TextColumn('ledger_account') ledgerAccount: string;
  @OptionalTextColumn('pool') pool: Pool | null;
  @TextColumn('opened_on') openedOn: string;
  @TextColumn('added_by') addedBy: string;
  @TextColumn('added_at') addedAt: string;
}
