import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ASSET_USES, TERMS_BASES } from '../../domain/assets/depreciation';
import type { TermsForm } from '../../domain/assets/depreciation-terms';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, MonthField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** How an asset loses its value. Everything is text as typed; the step names every problem at once. */
export class TermsEntryForm implements TermsForm {
  /** `acquired`, `takenOver`, or `changed` where the asset has terms already. */
  @ApiProperty({ enum: TERMS_BASES })
  @TextField(20)
  basis: string = '';

  /** What the asset is used for: it decides which expense bears the loss. */
  @ApiProperty({ enum: ASSET_USES })
  @TextField(20)
  use: string = '';

  /** The first month, `2025-01`; of `acquired` it is the month after the acquisition. */
  @ApiPropertyOptional()
  @TypedDayField()
  fromMonth: string = '';

  /** Over how many months, counted from the first. */
  @TextField(10)
  months: string = '';

  /** What it is worth at the end: yuan, or `5%` of the cost. */
  @TextField(30)
  salvage: string = '';

  /** `takenOver` only: what it had lost by then, yuan, as in the opening balances. */
  @ApiPropertyOptional()
  @TextField(30)
  accumulated: string = '';

  /** The paper that says so; needed for `changed`. */
  @ApiPropertyOptional()
  @TextField(200)
  paper: string = '';
}

/** The terms of an asset that are withdrawn. */
export class TermsAddress extends VillageAddress {
  /** The asset's id. */
  @ApiProperty({ description: "The asset's id." })
  @IdField()
  id: string;

  /** Which of its terms, counted from 1 in the order of entry. */
  @ApiProperty({ description: "Which of the asset's terms, counted from 1 in the order of entry." })
  @IdField()
  number: string;
}

/** Why terms do not hold. */
export class TermsWithdrawalForm {
  @TextField(300)
  termsWithdrawn: string = '';
}

/** Which month's depreciation is looked at. */
export class DepreciationQuery {
  @MonthField({ optional: true })
  month?: string;
}
