import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CostElsewhereForm } from '../../domain/deductions/cost-elsewhere';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A cost that another fund pays, whole or in part. */
export class CostElsewhereEntryForm implements CostElsewhereForm {
  /** `land_rent`, `o_and_m`, `insurance` or `other`. */
  @TextField(30)
  kind: string = '';

  /** What it was for. */
  @TextField(100)
  name: string = '';

  @ApiPropertyOptional()
  @TextField(100)
  assetId: string = '';

  /** The bill as a whole, yuan. */
  @TextField(30)
  bill: string = '';

  /** What of it the fund pays, yuan. */
  @TextField(30)
  elsewhere: string = '';

  @TypedDayField()
  paidOn: string = '';

  /** The year of the fund. */
  @TextField(4)
  upkeepYear: string = '';

  /** The notice by which it pays. */
  @TextField(200)
  paper: string = '';

  /** Why it is no second time what is told or deducted already; only where that is asked. */
  @ApiPropertyOptional()
  @ReasonField(200)
  twiceReason: string = '';
}

/** A cost that another fund pays. */
export class CostElsewhereAddress extends VillageAddress {
  @ApiProperty({ description: "The cost's id." })
  @IdField()
  costId: string;
}

/** Why it does not hold. */
export class CostElsewhereWithdrawalForm {
  @TextField(300)
  elsewhereWithdrawn: string = '';
}
