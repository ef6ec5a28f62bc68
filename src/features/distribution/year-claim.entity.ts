import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A month that was granted under the plan of its year, by a claim of its own. */
@Entity('year_claims')
export class YearClaimEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('claim_id') claimId: string;
  /** The yearly plan; a revision that is decided later moves no claim. */
  @TextColumn('plan_id') planId: string;
  @TextColumn('month') month: string;
}

/** The line of a period's distribution that settles such a claim. */
@Entity('taken_claims')
export class TakenClaimEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('claim_id') claimId: string;
  @TextColumn('plan_id') planId: string;
  @TextColumn('plan_line_id') planLineId: string;
}
