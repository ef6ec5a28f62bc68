import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalCountColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

import { IndustryEndActEntity } from './use-end.entity';

/** An industry project, the claim of a plan that pays it, and what it promised. */
@Entity('industry_projects')
export class IndustryProjectEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('claim_id') claimId: string;
  @TextColumn('name') name: string;
  @TextColumn('operator') operator: string;
  /** Linkage funds that go into it. */
  @FenColumn('fund_fen') fund: bigint;
  @CountColumn('promised_households') promised: number;
  @OptionalFenColumn('yearly_return_fen') yearlyReturn: bigint | null;
  @OptionalCountColumn('return_from') returnFrom: number | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** A stage that was reached, and what is to be paid for it. */
@Entity('industry_stages')
export class IndustryStageEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('project_id') projectId: string;
  @CountColumn('stage_number') stageNumber: number;
  @TextColumn('reached_on') reachedOn: string;
  @TextColumn('done') done: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a stage was accepted, by whom, and the grant by which it is owed. */
@Entity('industry_acceptances')
export class IndustryAcceptanceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('grant_id') grantId: string;
  @TextColumn('stage_id') stageId: string;
  @TextColumn('accepted_on') acceptedOn: string;
  @TextColumn('entry_id') entryId: string;
  @TextColumn('accepted_by') acceptedBy: string;
  @TextColumn('accepted_at') acceptedAt: string;
}

/** That a stage which is not owed was taken back, and why. */
@Entity('industry_stage_withdrawals')
export class IndustryStageWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('stage_id') stageId: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** A household that a project carries along from a day on, with what it was on that day. */
@Entity('industry_links')
export class IndustryLinkEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('project_id') projectId: string;
  @TextColumn('household_id') householdId: string;
  @TextColumn('linked_on') linkedOn: string;
  @TextColumn('way') way: string;
  @OptionalTextColumn('status') status: string | null;
  @OptionalTextColumn('status_words') statusWords: string | null;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** From when on a project carries a household along no more, and why. */
@Entity('industry_link_ends')
export class IndustryLinkEndEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('link_id') linkId: string;
  @TextColumn('ended_on') endedOn: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** Income that a project gave back, and the voucher of which it is all or a part. */
@Entity('industry_returns')
export class IndustryReturnEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('project_id') projectId: string;
  @CountColumn('return_year') year: number;
  @TextColumn('entry_id') entryId: string;
  @FenColumn('amount_fen') amount: bigint;
  /** Why it is one although somebody else than the operator paid; null where the operator did. */
  @OptionalTextColumn('reason') reason: string | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That what was named as a return is none, and why. */
@Entity('industry_return_withdrawals')
export class IndustryReturnWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('return_id') returnId: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** What was seen when somebody followed a project up. */
@Entity('industry_reviews')
export class IndustryReviewEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('project_id') projectId: string;
  @TextColumn('looked_on') lookedOn: string;
  @TextColumn('seen') finding: string;
  /** What households earned by it since the last look; null where nobody counted. */
  @OptionalFenColumn('gain_fen') gain: bigint | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a project was typed wrongly and is none, and why: it counts nowhere, and its name is free. */
@Entity('industry_withdrawals')
export class IndustryWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('project_id') projectId: string;
  @TextColumn('withdrawn_on') withdrawnOn: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That the last stage of a project is done, and why although a duty was missed; blank where none was. */
@Entity('industry_closings')
export class IndustryClosingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('project_id') projectId: string;
  @TextColumn('finished_on') finishedOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

export const INDUSTRY_TABLES = [
  IndustryProjectEntity,
  IndustryStageEntity,
  IndustryAcceptanceEntity,
  IndustryStageWithdrawalEntity,
  IndustryLinkEntity,
  IndustryLinkEndEntity,
  IndustryReturnEntity,
  IndustryReturnWithdrawalEntity,
  IndustryReviewEntity,
  IndustryWithdrawalEntity,
  IndustryClosingEntity,
  IndustryEndActEntity,
] as const;
