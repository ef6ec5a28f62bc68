import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { INDICATORS, type MarkForm, MARKS } from '../../domain/assets/asset-mark';
import { VillageAddress } from '../../platform/http/api.forms';
import { ChoiceField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

const QUARTER = /^\d{4}-Q[1-4]$/;

/** Which quarter is looked at; the last one that is over where none is named. */
export class QuarterQuery {
  @Matches(QUARTER, { message: 'calendar.notAQuarter' })
  @IsOptional()
  quarter?: string;
}

/** A village and a quarter, as an address of the API names them. */
export class QuarterAddress extends VillageAddress {
  /** `2025-Q2`. */
  @ApiProperty({ description: 'The quarter, 2025-Q2.', example: '2025-Q2' })
  @Matches(QUARTER, { message: 'calendar.notAQuarter' })
  quarter: string;
}

/** Which quarter is kept. */
export class KeepQuarterForm {
  @Matches(QUARTER, { message: 'calendar.notAQuarter' })
  quarter: string = '';
}

/** What the office saw of an asset. */
export class MarkEntryForm implements MarkForm {
  /** `2025-Q2`. */
  @TextField(10)
  quarter: string = '';

  /** `business`, `contract`, `rent`, `yield`, `distribution` or `care`. */
  @ChoiceField(INDICATORS)
  indicator: string = '';

  @ChoiceField(MARKS)
  mark: string = '';

  @TypedDayField()
  markedOn: string = '';

  @ReasonField(200)
  markReason: string = '';

  @TextField(200)
  paper: string = '';
}
