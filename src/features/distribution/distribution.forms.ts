import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import type { PapersForm } from '../../domain/approvals/step-papers';
import type { ClaimForm } from '../../domain/uses/claim';
import type { PromiseReleaseForm } from '../../domain/ledger/promise-releases';
import { ReasonField, TextField, TextsField, TypedDayField } from '../../platform/http/form-fields';
import type { MeetingForm, ReviewForm } from './deciding.service';
import type { DraftForm } from './drafting.service';
import type { ReleaseWithdrawalForm } from './releasing.service';

const LONGEST_REASON = 500;

/** One use of the money, named: for what, how many, which group, how much. */
export class ClaimEntryForm implements ClaimForm {
  /** The bucket of the policy pack it falls under. */
  @TextField(60)
  bucket: string = '';

  @TextField(200)
  forWhat: string = '';

  /** How many of `unit` it goes to; may be blank where that is `none`. */
  @ApiPropertyOptional()
  @TextField(10)
  beneficiaries: string = '';

  /** `person`, `household` or `none`. */
  @TextField(20)
  unit: string = '';

  /** A code of the pack's list `target`, where it has one; `others` or `unknown`. */
  @TextField(20)
  targetGroup: string = '';

  /** Yuan. */
  @TextField(30)
  amount: string = '';
}

/** The distribution of a pool's period as drafted. */
export class PlanDraftForm implements DraftForm {
  /** `pv` or `other`. */
  @TextField(20)
  pool: string = '';

  /** The first day of the period. */
  @TextField(20)
  from: string = '';

  /** The last day of the period. */
  @TextField(20)
  to: string = '';

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ClaimEntryForm)
  claims: ClaimEntryForm[] = [];

  /** Written reasons where a rule asks for one, by the check's key. */
  @TextsField()
  reasons: Record<string, string> = {};

  /** Numbers the policy leaves to the village, and sums the books do not hold, by their id. */
  @TextsField()
  decisions: Record<string, string> = {};

  /** What the money left over is kept for; printed on the sheet. */
  @ApiPropertyOptional()
  @TextField(200)
  leftOverNote: string = '';
}

/**
 * The papers that a step's route asks for, by their kind, for example `minutes`: each is a file that is kept
 * with the plan, or named with where it lies and its pages.
 */
class StepPapersForm implements PapersForm {
  /** What a paper is called. */
  @TextsField()
  paperTitles: Record<string, string> = {};

  /** Where it lies. */
  @TextsField()
  paperPlaces: Record<string, string> = {};

  /** How many pages it has. */
  @TextsField()
  paperPages: Record<string, string> = {};

  /** The id of a file that is kept with the plan; a photo is always one. */
  @TextsField()
  paperFiles: Record<string, string> = {};
}

/** How a step of the village's ended, with its papers. */
class EndedStepForm extends StepPapersForm {
  /** `passed`, as where it is blank, or `refused`: the vote failed or the body said no, and it comes back. */
  @ApiPropertyOptional({ enum: ['passed', 'refused'] })
  @TextField(20)
  outcome: string = '';

  /** Why the body said no; needed of one that does not vote. */
  @ApiPropertyOptional()
  @TextField(LONGEST_REASON)
  reason: string = '';
}

/** The record of a meeting's vote. Counts of people, never names. */
export class MeetingEntryForm extends EndedStepForm implements MeetingForm {
  @TextField(20)
  heldOn: string = '';

  /** How many may vote. */
  @TextField(10)
  due: string = '';

  /** How many came. */
  @TextField(10)
  present: string = '';

  @TextField(10)
  inFavour: string = '';

  @TextField(10)
  against: string = '';

  @TextField(10)
  abstained: string = '';

  /** Its place in the plan's route, from 1; needed where the route has more than one meeting. */
  @ApiPropertyOptional()
  @TextField(5)
  stepNumber: string = '';

  /** The minutes that show it; always needed. */
  @ApiPropertyOptional()
  @TextField(300)
  stepPaper: string = '';

  /** The day on which the papers were out; needed where the route wants them out before it. */
  @ApiPropertyOptional()
  @TextField(20)
  papersOutOn: string = '';
}

/** A step of a plan that is no meeting and no review: talked over, put up, looked over by paper, filed. */
export class PlanStepEntryForm extends EndedStepForm {
  /** Its place in the plan's route, from 1. */
  @TextField(5)
  stepNumber: string = '';

  @TextField(20)
  heldOn: string = '';

  /** What shows it; of a filing the number that it was given. */
  @TextField(300)
  stepPaper: string = '';
}

/** A review of a submitted plan. */
export class PlanReviewEntryForm implements ReviewForm {
  /** `passed` or `returned`. */
  @TextField(20)
  outcome: string = '';

  /** Needed where it is returned. */
  @ApiPropertyOptional()
  @TextField(LONGEST_REASON)
  reason: string = '';

  /** Why single lines come back, by the id of their use. */
  @TextsField()
  lineReasons: Record<string, string> = {};

  /** The digest of the plan as it was read; another one is refused. */
  @ApiProperty({ description: 'The digest of the plan as it was read; another one is refused.' })
  @TextField(64)
  digest: string = '';
}

/** The grant of one claim of an approved plan. */
export class GrantEntryForm {
  /** The claim, by its id in the plan. */
  @TextField(100)
  claimId: string = '';

  /** The day from which the collective owes it. */
  @TextField(20)
  grantedOn: string = '';

  /** The reversed voucher whose place it takes, by its id, where some wait; `another` where it is new. */
  @ApiPropertyOptional()
  @TextField(100, { optional: true })
  placeOf: string = '';

  /** Of posts, labour, rewards and subsidies: why there is no list, in 4 to 200 characters. */
  @ApiPropertyOptional()
  @ReasonField(1_000)
  wholeWhy: string = '';
}

/** What of a claim is to be released. */
export class PromiseReleaseEntryForm implements PromiseReleaseForm {
  /** The claim, by its id in the plan. */
  @TextField(100)
  claimId: string = '';

  /** Yuan; no more than is neither granted nor released. */
  @TextField(30)
  releaseAmount: string = '';

  @TypedDayField()
  releasedOn: string = '';

  /** Why it will never be granted. */
  @ReasonField(300)
  releaseReason: string = '';

  /** The decision it goes back to. */
  @TextField(200)
  paper: string = '';
}

/** A release that is to be taken back. */
export class ReleaseWithdrawalEntryForm implements ReleaseWithdrawalForm {
  @TextField(100)
  releaseId: string = '';

  /** Why it was wrong. */
  @ReasonField(300)
  withdrawalReason: string = '';
}
