import { ApiPropertyOptional } from '@nestjs/swagger';
import type { KeptCostForm } from '../../domain/deductions/kept-cost';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A cost that the keeper of a joint station pays for its owners. */
export class KeptCostEntryForm implements KeptCostForm {
  /** The station in the keeper's register. */
  @TextField(100)
  assetId: string = '';

  /** `land_rent`, `o_and_m`, `insurance` or `other`. */
  @TextField(30)
  kind: string = '';

  /** What it was for. */
  @TextField(100)
  name: string = '';

  /** Yuan, of the whole station. */
  @TextField(30)
  amount: string = '';

  /** The bank's day. */
  @TypedDayField()
  paidOn: string = '';

  /** How it was reckoned: every owner's sheet prints it. */
  @ReasonField(200)
  note: string = '';

  /** Why it was needed; kind `other` must say. */
  @ApiPropertyOptional()
  @ReasonField(500)
  reason: string = '';

  /** The days the bill is for, where it says any: it is split by the share tables of those days. */
  @ApiPropertyOptional()
  @TypedDayField()
  servedFrom: string = '';

  @ApiPropertyOptional()
  @TypedDayField()
  servedTo: string = '';

  /** Why a cost of another year is counted now; only where it is one. */
  @ApiPropertyOptional()
  @ReasonField(200)
  otherYear: string = '';

  /** Why days on which the station was not there are paid for, too; only where there are some. */
  @ApiPropertyOptional()
  @ReasonField(200)
  outsideAsset: string = '';

  /** Why it is no second time the same bill; asked only where one like it stands. */
  @ApiPropertyOptional()
  @ReasonField(200)
  twiceReason: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** An owner's part of a keeper's cost, by its address. */
export class TakenCostAddress extends VillageAddress {
  @IdField()
  costId: string;
}

/** The day by which an owner books his part. */
export class TakenCostForm {
  @TypedDayField()
  postedOn: string = '';

  /** Why it is no second time what an own contract charges or another fund paid; only where that is asked. */
  @ApiPropertyOptional()
  @ReasonField(200)
  twiceReason: string = '';
}
