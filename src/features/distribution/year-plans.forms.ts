import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import type { OwnerProposalForm, ProposedUseForm } from '../../domain/distribution/owner-proposal';
import type { YearMoneyForm, YearPlanForm, YearUseForm } from '../../domain/distribution/read-year-plan';
import { IdField, ReasonField, TextField, TextsField } from '../../platform/http/form-fields';

/** A figure of a year's expected money; blank, it is what the books propose. */
export class YearMoneyEntryForm implements YearMoneyForm {
  /** `carried_over`, `energy`, `subsidy`, `rent`, `other_income`, or `cost:` and the kind of a cost. */
  @TextField(60)
  moneyCode: string = '';

  /** Yuan. */
  @ApiPropertyOptional()
  @TextField(30)
  amount: string = '';

  /** Needed where it is another figure than the books propose. */
  @ApiPropertyOptional()
  @ReasonField(200)
  why: string = '';
}

/** A use of a year: its amount, or people, their standard a month, and months. */
export class YearUseEntryForm implements YearUseForm {
  /** The bucket of the policy pack it falls under. */
  @TextField(60)
  bucket: string = '';

  @TextField(200)
  forWhat: string = '';

  @ApiPropertyOptional()
  @TextField(10)
  postPeople: string = '';

  /** Yuan a month. */
  @ApiPropertyOptional()
  @TextField(30)
  postStandard: string = '';

  @ApiPropertyOptional()
  @TextField(10)
  postMonths: string = '';

  /** Yuan; may be blank where posts are reckoned. */
  @ApiPropertyOptional()
  @TextField(30)
  amount: string = '';
}

/** What a pool's money of a year is to be used for, as drafted. */
export class YearPlanDraftForm implements YearPlanForm {
  /** `pv` or `other`. */
  @TextField(20)
  pool: string = '';

  /** This year or the next. */
  @TextField(4)
  year: string = '';

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => YearMoneyEntryForm)
  money: YearMoneyEntryForm[] = [];

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => YearUseEntryForm)
  uses: YearUseEntryForm[] = [];

  /** What is kept back, in yuan. */
  @ApiPropertyOptional()
  @TextField(30)
  reserve: string = '';

  @ApiPropertyOptional()
  @ReasonField(200)
  reserveFor: string = '';

  /** Needed where a plan of the year was decided. */
  @ApiPropertyOptional()
  @ReasonField(200)
  changeWhy: string = '';

  /** The proposal of the keeper of a joint station from which it is drafted. */
  @ApiPropertyOptional()
  @TextField(100)
  proposal: string = '';

  /** Written reasons where a rule asks for one, by the check's key. */
  @TextsField()
  reasons: Record<string, string> = {};

  /** Numbers the policy leaves to the village, by their id. */
  @TextsField()
  decisions: Record<string, string> = {};
}

/** A use as proposed to the owners of a joint station, for all of them together. */
export class ProposedUseEntryForm implements ProposedUseForm {
  /** The bucket of the policy pack it falls under. */
  @TextField(60)
  bucket: string = '';

  @ApiPropertyOptional()
  @TextField(200)
  forWhat: string = '';

  /** Yuan. */
  @ApiPropertyOptional()
  @TextField(30)
  amount: string = '';
}

/** What the keeper of a joint station proposes to its owners for a year. */
export class OwnerProposalEntryForm implements OwnerProposalForm {
  /** The joint station, by its id. */
  @IdField()
  assetId: string = '';

  /** This year or the next. */
  @TextField(4)
  year: string = '';

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ProposedUseEntryForm)
  uses: ProposedUseEntryForm[] = [];
}

/** Under which name a copy of a plan is kept. */
export class WhatIfNameForm {
  @ReasonField(40)
  whatIfName: string = '';
}
