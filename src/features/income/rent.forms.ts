import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import type { LeaseForm } from '../../domain/assets/read-lease';
import type { LeaseChangeForm, TurnoverForm } from '../../domain/assets/read-lease-change';
import { ReasonField, TextByIdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** Another rent of a contract from a day on. */
export class LeaseStepForm {
  /** The first day of it. */
  @TypedDayField()
  from: string = '';

  /** Yuan, or a share. */
  @TextField(30)
  rent: string = '';
}

/** Days for which no rent is asked. */
export class LeaseFreeDaysForm {
  /** The first day of them. */
  @TypedDayField()
  from: string = '';

  /** The last day, included. */
  @TypedDayField()
  to: string = '';
}

/** What a document in force asks of a contract that is signed. */
export class LeaseMattersForm {
  /** By question, `contract.operator_refused`: a word of the document by its id, `yes` or `no`, or a text. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  answers: Record<string, string> = {};

  /** The paper that the answers rest on. */
  @ApiPropertyOptional()
  @TextField(200)
  paper: string = '';

  /** Why a line that asks for a reason is not followed. */
  @ApiPropertyOptional()
  @ReasonField(200)
  reason: string = '';
}

/** A contract over an asset as it was signed; everything is text as typed. */
export class LeaseEntryForm implements LeaseForm {
  /** Only where a document in force asks something of a contract. */
  @IsOptional()
  @ValidateNested()
  @Type(() => LeaseMattersForm)
  matters?: LeaseMattersForm;

  /** The number on the contract. */
  @TextField(60)
  leaseNumber: string = '';

  /** What is leased. */
  @TextField(100)
  assetId: string = '';

  /** Which part of it; blank for all of it. */
  @ApiPropertyOptional()
  @TextField(60)
  leasedPart: string = '';

  /** The other side. */
  @TextField(100)
  tenant: string = '';

  @TypedDayField()
  signedOn: string = '';

  /** The first day and the last, both included. */
  @TypedDayField()
  firstOn: string = '';

  @TypedDayField()
  lastOn: string = '';

  /** `fixed`, `turnover` or `agreedReturn`. */
  @TextField(20)
  rentType: string = '';

  /** Yuan of a fixed rent; a share, `8%`, of the others. */
  @TextField(30)
  rent: string = '';

  /** The fund an agreed return is a share of. */
  @ApiPropertyOptional()
  @TextField(30)
  fund: string = '';

  /** For how many months a fixed rent is named: `1`, `3`, `6` or `12`. */
  @ApiPropertyOptional()
  @TextField(3)
  perMonths: string = '';

  /** How many months are paid at once: `1`, `3`, `6`, `12`, `24`, `36` or `60`. */
  @TextField(3)
  everyMonths: string = '';

  /** `beforeStart`, `afterStart`, `afterEnd` or `onDate`. */
  @TextField(20)
  dueRule: string = '';

  /** How many days before or after; none where blank. */
  @ApiPropertyOptional()
  @TextField(5)
  dueDays: string = '';

  /** Of `onDate`: month and day, `06-30`. */
  @ApiPropertyOptional()
  @TextField(10)
  dueDate: string = '';

  /** Other rents from later days on. Blank rows count as absent. */
  @ApiPropertyOptional({ type: [LeaseStepForm] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => LeaseStepForm)
  steps: LeaseStepForm[] = [];

  /** Days for which no rent is asked, in their order. Blank rows count as absent. */
  @ApiPropertyOptional({ type: [LeaseFreeDaysForm] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => LeaseFreeDaysForm)
  freeDays: LeaseFreeDaysForm[] = [];

  /** How much a fixed rent grows with each year, `3%`; blank where it does not. */
  @ApiPropertyOptional()
  @TextField(10)
  growth: string = '';

  /** `fen` or `yuan`. */
  @ApiPropertyOptional()
  @TextField(5)
  growthRounding: string = '';

  @ApiPropertyOptional()
  @TextField(30)
  deposit: string = '';

  /** How many villagers the other side promises work. */
  @ApiPropertyOptional()
  @TextField(10)
  jobs: string = '';

  /** The wages it promises a year. */
  @ApiPropertyOptional()
  @TextField(30)
  wages: string = '';

  /** For whom the work is: `villagers`, or `helped` people alone. */
  @ApiPropertyOptional()
  @TextField(20)
  linkageFor: string = '';

  @ApiPropertyOptional()
  @ReasonField(300)
  remarks: string = '';
}

/** What changes a contract: another rent, free days, an early end, a renewal, an early end taken back. */
export class LeaseChangeEntryForm implements LeaseChangeForm {
  /** `rent`, `free`, `end`, `renewal` or `resume`: an early end is taken back. */
  @TextField(10)
  kind: string = '';

  /** From which day another rent counts; the first free day; the last day of a contract that ends. */
  @ApiPropertyOptional()
  @TypedDayField()
  effectiveOn: string = '';

  /** The new last day of a renewal; the last free day. */
  @ApiPropertyOptional()
  @TypedDayField()
  newLastOn: string = '';

  /** The new rent; of a renewal blank where it stays. */
  @ApiPropertyOptional()
  @TextField(30)
  rent: string = '';

  /** `stay` or `go`, where the contract names other rents for days after the change. */
  @ApiPropertyOptional()
  @TextField(10)
  laterRents: string = '';

  /** Why, and on which paper. */
  @ReasonField(200)
  reason: string = '';
}

/** The tenant's turnover of a payment. */
export class TurnoverEntryForm implements TurnoverForm {
  /** The payment's first day. */
  @TypedDayField()
  turnoverOf: string = '';

  /** Yuan. */
  @TextField(30)
  turnover: string = '';

  /** The paper that shows it. */
  @TextField(100)
  turnoverPaper: string = '';
}

/** When a due of a contract is booked. */
export class RentDueEntryForm {
  /** The voucher's day, in an open month. */
  @TypedDayField()
  postedOn: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';

  /** `on` where it is paid from rent that was received ahead. */
  @ApiPropertyOptional()
  @TextField(10)
  fromAdvance: string = '';

  /** Why the same sum under another kind of income is another one; blank where none is. */
  @ApiPropertyOptional()
  @ReasonField(60)
  twiceReason: string = '';

  /** `net`: tax comes on top of the rent; `inclusive`: it holds it; blank: the paper does not say. */
  @ApiPropertyOptional()
  @TextField(20)
  taxBasis: string = '';

  /** Per cent of tax as the paper prints it; blank where it charges none. */
  @ApiPropertyOptional()
  @TextField(10)
  taxPercent: string = '';

  /** Yuan of tax as the paper prints it; reckoned where blank. */
  @ApiPropertyOptional()
  @TextField(30)
  taxAmount: string = '';

  /** `yes` where tax comes on top of rent that was received ahead with its tax in it. */
  @ApiPropertyOptional()
  @TextField(10)
  taxOnTop: string = '';

  /** What the document in force calls it; blank where the last rent of the contract says it. */
  @ApiPropertyOptional()
  @TextField(60)
  incomeKind: string = '';

  /** Why a line of the document that asks for a reason is not followed. */
  @ApiPropertyOptional()
  @ReasonField(200)
  incomeReason: string = '';
}

/** A due of a contract to be booked. */
export class RentDueBookingForm extends RentDueEntryForm {
  /** The first day it covers. */
  @TypedDayField()
  from: string = '';
}

/** Why a due that was said not to be booked is owed after all. */
export class RentWaiverWithdrawalForm {
  @TextField(200)
  waiverWithdrawn: string = '';
}

/** Why a due of a contract is not booked. */
export class RentWaiverForm {
  @ReasonField(200)
  reason: string = '';
}
