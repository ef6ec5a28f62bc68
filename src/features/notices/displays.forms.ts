import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DisplayForm, TakedownForm } from '../../domain/notices/display';
import { ItemAddress } from '../../platform/http/api.forms';
import { IdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** That a sheet was put up; its photo is sent beside it as `file`. */
export class NoticeDisplayForm implements DisplayForm {
  /** The day it was put up, `2025-07-11`: its days run from there. */
  @ApiProperty()
  @TypedDayField()
  displayedOn: string = '';

  /** Where it hangs. */
  @ApiProperty()
  @TextField(40)
  displayPlace: string = '';
}

/** That a sheet was taken down. */
export class NoticeTakedownForm implements TakedownForm {
  /** The day it was taken down. */
  @ApiProperty()
  @TypedDayField()
  takenDownOn: string = '';

  /** Why, where its days were not over. */
  @ApiPropertyOptional()
  @TextField(100)
  takedownReason: string = '';
}

/** Once that a sheet was put up, as an address names it. */
export class DisplayAddress extends ItemAddress {
  /** Which time, counted from 1. */
  @ApiProperty({ description: 'Which time, counted from 1.' })
  @IdField()
  displayNumber: string;
}
