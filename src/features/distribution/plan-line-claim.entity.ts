import { Entity } from 'typeorm';
import { CollectiveColumn, CountColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Which claim a plan line pays for. */
@Entity('plan_line_claims')
export class PlanLineClaimEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('plan_id') planId: string;
  @TextColumn('plan_line_id') planLineId: string;
  @KeyColumn('claim_id') claimId: string;
  /** Its place among the claims of its line, as typed. */
  @CountColumn('place') place: number;
}
