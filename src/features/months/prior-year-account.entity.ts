import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Which income or expense account, of the chart its voucher is kept under, a correction was about. */
@Entity('prior_year_accounts')
export class PriorYearAccountEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('entry_id') entryId: string;
  @TextColumn('ledger_account') ledgerAccount: string;
}
