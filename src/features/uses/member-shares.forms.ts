import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { StepForm } from '../../domain/approvals/procedure';
import type { ObjectionAnswerForm, ObjectionEntryForm } from '../../domain/approvals/procedure-objections';
import type { ShownForm } from '../../domain/approvals/procedure-papers';
import { POOLS } from '../../domain/ledger/manual-lines';
import type { Pool } from '../../domain/ledger/journal-entry';
import { type DividendForm, SHARED_POOLS } from '../../domain/uses/dividend';
import { VillageAddress } from '../../platform/http/api.forms';
import {
  ChoiceField,
  IdField,
  ReasonField,
  TextField,
  TextsField,
  TypedDayField,
} from '../../platform/http/form-fields';
import type { DividendPaymentForm, DividendVoucherForm } from './dividend-paying.service';
import type { DividendReviewForm } from './dividend-deciding.service';
import type { MemberShareForm } from './member-shares.service';

/** A round of members' dividends. */
export class RoundAddress extends VillageAddress {
  @ApiProperty({ description: "The round's id." })
  @IdField()
  roundId: string;
}

/** What members are paid of a sum they were given as one. */
export class MemberSharePaymentForm implements MemberShareForm {
  /** The pool it was given of. */
  @ApiProperty({ enum: POOLS })
  @ChoiceField(POOLS)
  pool: Pool;

  /** Yuan, all members together; the list of names is the paper. */
  @TextField(30)
  amount: string = '';

  /** The voucher's day, in an open month. */
  @TypedDayField()
  postedOn: string = '';

  /** How many papers are attached; one, the list of names, where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** What members are to be given of a pool. */
export class DividendEntryForm implements DividendForm {
  /** The pool it is taken of. */
  @ApiProperty({ enum: SHARED_POOLS })
  @TextField(20)
  pool: string = '';

  /** Yuan, all members together. */
  @TextField(30)
  amount: string = '';

  /** The day whose roll of shares it is split by. */
  @TypedDayField()
  rollOn: string = '';

  /** Why members are given a plain share, where the document asks for it. */
  @ApiPropertyOptional()
  @ReasonField(300)
  dividendWhy: string = '';

  /** The proposal. */
  @TextField(300)
  paper: string = '';
}

/** A step as it was held; how it voted is a meeting's alone. */
export class ProcedureStepForm implements StepForm, ShownForm {
  /** Its place in the route, from 1: the one after those of the round's `steps`. */
  @TextField(10)
  stepNumber: string = '';

  @TypedDayField()
  heldOn: string = '';

  /** The minutes, or what hung out. */
  @TextField(300)
  stepPaper: string = '';

  /** Of what hung out the id of its photo, kept with the round, as `display_photo`. */
  @TextsField()
  paperFiles: Record<string, string> = {};

  /** Where it hung. */
  @ApiPropertyOptional()
  @TextField(300)
  displayPlace: string = '';

  @ApiPropertyOptional()
  @TextField(10)
  due: string = '';

  @ApiPropertyOptional()
  @TextField(10)
  present: string = '';

  @ApiPropertyOptional()
  @TextField(10)
  inFavour: string = '';

  @ApiPropertyOptional()
  @TextField(10)
  against: string = '';

  @ApiPropertyOptional()
  @TextField(10)
  abstained: string = '';
}

/** The review of somebody else than the drafter: agreed, or returned, which ends the round. */
export class DividendReviewEntryForm implements DividendReviewForm {
  @ApiProperty({ enum: ['passed', 'returned'] })
  @TextField(20)
  outcome: string = '';

  /** Why it goes back. */
  @ApiPropertyOptional()
  @ReasonField(300)
  reason: string = '';

  /** The digest of what was seen. */
  @TextField(100)
  digest: string = '';
}

/** By which voucher a round is given. */
export class DividendGivingForm implements DividendVoucherForm {
  /** The voucher's day, in an open month. */
  @TypedDayField()
  postedOn: string = '';

  /** How many papers are attached; one, the list of names, where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** By which voucher a round is paid, and to whom. */
export class DividendPaymentEntryForm extends DividendGivingForm implements DividendPaymentForm {
  /** The number of one household or member; everybody who is owed something where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  holder: string = '';
}

/** A payment of a round that the bank shows, as the address of its page tells it. */
export class DividendPaymentQuery {
  @TextField(20, { optional: true })
  on?: string;

  /** The number of one household or member. */
  @TextField(10, { optional: true })
  holder?: string;
}

/** What somebody said of a round while it hung, in the office's words and of nobody by name. */
export class DividendObjectionForm implements ObjectionEntryForm {
  @TypedDayField()
  objectedOn: string = '';

  @TextField(300)
  objectionGist: string = '';
}

/** The answer to one. */
export class DividendAnswerForm implements ObjectionAnswerForm {
  /** Its number in the round. */
  @TextField(10)
  objectionNumber: string = '';

  @ReasonField(500)
  objectionAnswer: string = '';
}

/** Why a round is not gone on with. */
export class DividendDropForm {
  @ReasonField(300)
  droppedWhy: string = '';
}
