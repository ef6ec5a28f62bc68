import { Entity } from 'typeorm';
import { KeyColumn, TextColumn } from '../../platform/database/columns';

/** That a local standard was wrong, and why; it counts for nothing drafted from then on. */
@Entity('standard_withdrawals')
export class StandardWithdrawalEntity {
  @KeyColumn('standard_id') standardId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('office_id') officeId: string;
  @TextColumn('withdrawn_by') withdrawnBy: string;
  @TextColumn('withdrawn_at') withdrawnAt: string;
}
