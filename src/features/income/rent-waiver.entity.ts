import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A due of a contract that is not booked as one, and why. */
@Entity('rent_waivers')
export class RentWaiverEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('lease_id') leaseId: string;
  @TextColumn('covers_from') coversFrom: string;
  @TextColumn('covers_to') coversTo: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('reason') reason: string;
  @TextColumn('waived_by') waivedBy: string;
  @TextColumn('waived_at') waivedAt: string;
}

/** That it is owed after all, and why. */
@Entity('rent_waiver_withdrawals')
export class RentWaiverWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('waiver_id') waiverId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('withdrawn_by') withdrawnBy: string;
  @TextColumn('withdrawn_at') withdrawnAt: string;
}
