import { ApiPropertyOptional } from '@nestjs/swagger';
import type { ShareChangeForm } from '../../domain/income/share-change';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A kept station, by its address. */
export class StationAddress extends VillageAddress {
  @IdField()
  assetId: string;
}

/** A new share table of a kept station. */
export class ShareChangeEntryForm implements ShareChangeForm {
  /** The first day, `2025-01-01`. */
  @TypedDayField()
  validFrom: string = '';

  /** A line a row: key, original village, share, present owner, apart by tabs or commas. */
  @TextField(40_000)
  rows: string = '';

  /** The document that says so, and its number. */
  @TextField(200)
  paperTitle: string = '';

  @TextField(100)
  paperNumber: string = '';

  /** Its day. */
  @TypedDayField()
  paperIssuedOn: string = '';

  /** Why the shares change. */
  @ReasonField(200)
  reason: string = '';

  /** `yes`: it is seen that the month whose middle it begins in goes by the table before. */
  @ApiPropertyOptional({ enum: ['yes'] })
  @TextField(5)
  cutsMonth: string = '';

  /** `yes`: it is seen which bills, paid already, reach past its first day and keep their split. */
  @ApiPropertyOptional({ enum: ['yes'] })
  @TextField(5)
  keepsBills: string = '';
}
