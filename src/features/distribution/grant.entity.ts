import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A claim granted against its plan line. */
@Entity('grants')
export class GrantEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('claim_id') claimId: string;
  @TextColumn('plan_id') planId: string;
  @TextColumn('plan_line_id') planLineId: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('granted_on') grantedOn: string;
  @TextColumn('entry_id') entryId: string;
}
