import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { IndustryForm } from '../../domain/uses/industry';
import {
  LINK_WAYS,
  type LinksForm,
  type ReviewForm,
  type StageForm,
} from '../../domain/uses/industry-entries';
import type { ReturnForm } from '../../domain/uses/industry-returns';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';
import type { LinkEndForm } from '../uses/industry-follow.service';
import type { ReturnWithdrawalForm } from '../uses/industry-returns.service';
import type { ProjectFinishForm } from './industry-stages.service';

/** An industry project. */
export class IndustryEntryForm implements IndustryForm {
  /** The claim for industry of an approved plan that pays it, by its id. */
  @TextField(100)
  claimId: string = '';

  @TextField(60)
  industryName: string = '';

  /** Who runs it. */
  @TextField(60)
  industryOperator: string = '';

  /** Yuan of linkage funds that go into it; blank where none do. */
  @ApiPropertyOptional()
  @TextField(30)
  industryFund: string = '';

  /** How many households it promises to carry along; blank is none. */
  @ApiPropertyOptional()
  @TextField(10)
  promisedHouseholds: string = '';

  /** Yuan a year that it promises the village. */
  @ApiPropertyOptional()
  @TextField(30)
  yearlyReturn: string = '';

  /** The first year for which it promises that. */
  @ApiPropertyOptional()
  @TextField(10)
  returnFrom: string = '';
}

/** A stage that was reached. */
export class StageEntryForm implements StageForm {
  @TypedDayField()
  reachedOn: string = '';

  /** What was done. */
  @TextField(200)
  stageDone: string = '';

  /** Yuan. */
  @TextField(30)
  amount: string = '';

  @TextField(200)
  paper: string = '';
}

/** The acceptance of a stage by somebody else than who entered it. */
export class StageAcceptanceForm {
  @TypedDayField()
  acceptedOn: string = '';

  /** The reversed voucher whose place it takes, by its id, where some wait; `another` where it is new. */
  @ApiPropertyOptional()
  @TextField(100, { optional: true })
  placeOf: string = '';
}

/** The withdrawal of a stage that is not owed. */
export class StageWithdrawalForm {
  @ReasonField(200)
  withdrawnWhy: string = '';
}

/** The withdrawal of a project that was typed wrongly. */
export class ProjectWithdrawalForm {
  @ReasonField(200)
  withdrawnWhy: string = '';
}

/** Households that a project carries along. */
export class LinksEntryForm implements LinksForm {
  @TypedDayField()
  linkedOn: string = '';

  @ApiProperty({ enum: LINK_WAYS })
  @TextField(20)
  linkWay: string = '';

  /** Their numbers on the list, parted by blanks or commas. */
  @TextField(2_000)
  householdNumbers: string = '';

  @TextField(200)
  linkPaper: string = '';
}

/** The end of a household's part in a project. */
export class LinkEndEntryForm implements LinkEndForm {
  @TextField(100)
  linkId: string = '';

  @TypedDayField()
  linkEndedOn: string = '';

  @ReasonField(200)
  linkEndWhy: string = '';
}

/** Income that a project gave back. */
export class ReturnEntryForm implements ReturnForm {
  /** The year it is for. */
  @TextField(10)
  returnYear: string = '';

  /** The voucher that booked it, by its id. */
  @TextField(100)
  returnEntry: string = '';

  /** Yuan; blank where it is all of what the voucher has left. */
  @ApiPropertyOptional()
  @TextField(30)
  returnAmount: string = '';

  /** Why it is a return although somebody else than the operator paid. */
  @ApiPropertyOptional()
  @ReasonField(200)
  returnWhy: string = '';
}

/** The withdrawal of what was named as a return. */
export class ReturnWithdrawalEntryForm implements ReturnWithdrawalForm {
  @TextField(100)
  returnId: string = '';

  @ReasonField(200)
  returnWithdrawnWhy: string = '';
}

/** What was seen when somebody followed a project up. */
export class FollowUpEntryForm implements ReviewForm {
  @TypedDayField()
  lookedOn: string = '';

  @TextField(200)
  finding: string = '';

  /** Yuan that households earned by it since the last look; blank where nobody counted. */
  @ApiPropertyOptional()
  @TextField(30)
  householdGain: string = '';
}

/** The end of a project. */
export class ProjectFinishEntryForm implements ProjectFinishForm {
  @TypedDayField()
  lastStageOn: string = '';

  @ApiPropertyOptional()
  @ReasonField(200)
  dutyReason: string = '';
}

/** A project within a village. */
export class IndustryAddress extends VillageAddress {
  /** The project's id. */
  @ApiProperty({ description: "The project's id." })
  @IdField()
  projectId: string;
}

/** A stage of a project. */
export class StageAddress extends IndustryAddress {
  /** The stage's id. */
  @ApiProperty({ description: "The stage's id." })
  @IdField()
  stageId: string;
}
