import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** That an owner's row of a slip its keeper took back, which has no voucher, stands no more. */
@Entity('settlement_withdrawals')
export class SettlementWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('settlement_id') settlementId: string;
  @TextColumn('withdrawn_on') withdrawnOn: string;
  @TextColumn('withdrawn_by') withdrawnBy: string;
}
