import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** The account of somebody outside the village, as it was entered; name and numbers are sealed. */
@Entity('payee_accounts')
export class PayeeAccountEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('counterparty_id') counterpartyId: string;
  @PrimaryColumn({ name: 'version', type: 'integer' }) version: number;
  @TextColumn('key_id') keyId: string;
  @TextColumn('sealed') sealed: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** Whose a sum is that was granted as one; the last one counts. */
@Entity('debt_payees')
export class DebtPayeeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('debt_entry_id') debtId: string;
  @PrimaryColumn({ name: 'payee_number', type: 'integer' }) number: number;
  @TextColumn('counterparty_id') counterpartyId: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
