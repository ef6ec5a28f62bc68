import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { STATUS_ENDS, type StatusEndForm, type StatusForm } from '../../domain/collectives/household-status';
import type { IncomeForm } from '../../domain/collectives/household-income';
import { ACCOUNT_KINDS } from '../../domain/collectives/pay-account';
import {
  LABOURS,
  LEAVINGS,
  OFFICER_RELATIONS,
  OTHER_VILLAGE_WHYS,
  type PersonForm,
  RELATIONS,
} from '../../domain/collectives/person';
import type { GroupChangeForm } from '../../domain/collectives/place-name';
import type { LeavingForm } from '../../domain/collectives/leaving-roster';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';
import { READ_FIELDS, type ReadForm } from './personal-reads.service';

/** What is entered of every person, the head of a household among them. */
export class HeadEntryForm implements Omit<PersonForm, 'relation'> {
  @TextField(100)
  personName: string = '';

  /** 18 places. */
  @TextField(40)
  identity: string = '';

  @ApiProperty({ enum: LABOURS })
  @TextField(20)
  labour: string = '';

  /** What the person declares to be to an officer of the village. */
  @ApiProperty({ enum: OFFICER_RELATIONS })
  @TextField(20)
  officerRelation: string = '';

  /** Whether the person belongs to the collective. */
  @ApiProperty({ enum: ['yes', 'no'] })
  @TextField(5)
  belongs: string = '';

  /** The day from which this holds, `2025-07-11`. */
  @TypedDayField()
  fromDay: string = '';

  @TextField(40, { optional: true })
  mobile: string = '';

  @ApiPropertyOptional({ enum: ACCOUNT_KINDS })
  @TextField(20, { optional: true })
  accountKind: string = '';

  @TextField(60, { optional: true })
  accountNumber: string = '';

  @TextField(100, { optional: true })
  bank: string = '';

  /** Why here, of one who stands on the list of another village of the county. */
  @ApiPropertyOptional({ enum: OTHER_VILLAGE_WHYS })
  @ReasonField(20, { optional: true })
  otherVillageWhy: string = '';
}

/** A household and its head. */
export class HouseholdEntryForm extends HeadEntryForm {
  /** The group of the village it lives in. */
  @TextField(20, { optional: true })
  villageGroup: string = '';
}

/** Another group of the village for a household. */
export class GroupChangeEntryForm implements GroupChangeForm {
  /** Blank where a village has none. */
  @TextField(20, { optional: true })
  villageGroup: string = '';

  @ReasonField(200)
  groupWhy: string = '';
}

/** A person of a household. */
export class MemberEntryForm extends HeadEntryForm implements PersonForm {
  @ApiProperty({ enum: RELATIONS })
  @TextField(20)
  relation: string = '';
}

/** What of a person is otherwise from a day on. */
export class MemberChangeForm extends MemberEntryForm {
  /** The household the person belongs to from then on. */
  @IdField()
  householdId: string = '';

  @TextField(200)
  personChange: string = '';
}

/** That a person is on the list no more. */
export class MemberLeavingForm implements LeavingForm {
  @ApiProperty({ enum: LEAVINGS })
  @ReasonField(20)
  leftWhy: string = '';

  /** The first day without the person. */
  @TypedDayField()
  fromDay: string = '';
}

/** A status of the document in force. */
export class StatusEntryForm implements StatusForm {
  /** The document's id of the word, `lifted_out`. */
  @TextField(40)
  status: string = '';

  /** The first day. */
  @TypedDayField()
  statusFrom: string = '';

  /** The list or decision that says so. */
  @TextField(200)
  statusPaper: string = '';
}

/** The end of a status. */
export class StatusEndEntryForm implements StatusEndForm {
  /** Which of the household's, by its number. */
  @TextField(5)
  statusNumber: string = '';

  @ApiProperty({ enum: STATUS_ENDS })
  @TextField(20)
  statusEnd: string = '';

  /** The last day; blank for one that was entered wrongly. */
  @TypedDayField()
  endedOn: string = '';

  @TextField(200)
  endPaper: string = '';
}

/** What a household had a head in a year. */
export class IncomeEntryForm implements IncomeForm {
  @TextField(10)
  incomeYear: string = '';

  /** Yuan. */
  @TextField(20)
  perHead: string = '';

  @TextField(200)
  incomePaper: string = '';

  /** Why it is less than what the books paid the household; blank where it is not. */
  @ReasonField(200, { optional: true })
  belowPaidWhy: string = '';
}

/** Which number somebody wants to read in full, and what for. */
export class NumberReadForm implements ReadForm {
  @ApiProperty({ enum: READ_FIELDS })
  @TextField(20)
  readField: string = '';

  @ReasonField(100)
  readWhy: string = '';
}

/** A table of people: a file, or these rows. */
export class RosterUploadForm {
  /** Rows pasted from a spreadsheet, where no file is sent. */
  @ApiPropertyOptional()
  @IsString()
  @IsOptional()
  pasted?: string;
}

/** Whom somebody looks for. */
export class SoughtForm {
  @TextField(60)
  sought: string = '';
}

/** One household. */
export class HouseholdAddress extends VillageAddress {
  /** The household's id. */
  @ApiProperty({ description: "The household's id." })
  @IdField()
  householdId: string;
}

/** One person. */
export class MemberAddress extends VillageAddress {
  /** The person's id. */
  @ApiProperty({ description: "The person's id." })
  @IdField()
  memberId: string;
}
