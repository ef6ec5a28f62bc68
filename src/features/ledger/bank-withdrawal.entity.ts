import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A statement that was taken over and did not belong here: who took it back, when and why. */
@Entity('bank_withdrawals')
export class BankWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('statement_id') statementId: string;
  @TextColumn('account_id') accountId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('withdrawn_by') withdrawnBy: string;
  @TextColumn('withdrawn_at') withdrawnAt: string;
}
