import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MeterRecordForm } from '../../domain/income/read-meter-record';
import { ItemAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** What happened to a station's meter, as typed. */
export class MeterRecordEntryForm implements MeterRecordForm {
  /** `replaced`, `reset`, `estimated` or `corrected`. */
  @TextField(20)
  kind: string = '';

  /** The day; of an estimate or a wrong reading the day it stands for, in the month it closes. */
  @TypedDayField()
  on: string = '';

  /** The last reading before it, or the wrong one; blank for an estimate. */
  @ApiPropertyOptional()
  @TextField(30)
  readingWas: string = '';

  /** The first reading after it, the estimated or the right one. */
  @TextField(30)
  readingIs: string = '';

  /** Of a new meter; blank where it stays. */
  @ApiPropertyOptional()
  @TextField(30)
  multiplier: string = '';

  /** Of a new meter. */
  @ApiPropertyOptional()
  @TextField(40)
  meterNumber: string = '';

  @ReasonField(200)
  reason: string = '';
}

/** Why a record was wrong. */
export class MeterRecordWithdrawalForm {
  @ReasonField(200)
  withdrawalReason: string = '';
}

/** A record that was wrong, and why. */
export class MeterWithdrawalForm extends MeterRecordWithdrawalForm {
  @IdField()
  recordId: string = '';
}

/** One record of a station's meter. */
export class MeterRecordAddress extends ItemAddress {
  /** The record's id. */
  @ApiProperty({ description: "The record's id." })
  @IdField()
  recordId: string;
}
