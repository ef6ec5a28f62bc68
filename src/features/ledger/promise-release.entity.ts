import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What of an approved plan will never be granted and was released, with why and by which paper. */
@Entity('promise_releases')
export class PromiseReleaseEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('plan_id') planId: string;
  @TextColumn('plan_line_id') planLineId: string;
  @TextColumn('claim_id') claimId: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('released_on') releasedOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** A release that was taken back. */
@Entity('promise_release_withdrawals')
export class PromiseReleaseWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('release_id') releaseId: string;
  @TextColumn('withdrawn_on') withdrawnOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
