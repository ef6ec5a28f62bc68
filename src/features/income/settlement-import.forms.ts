import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ToldOfTable } from './settlement-import.service';
import { PageQuery, VillageAddress } from '../../platform/http/api.forms';
import {
  IdField,
  PastedField,
  ReasonField,
  TextByIdField,
  TextField,
  TypedDayField,
} from '../../platform/http/form-fields';

/** A table of settlement slips, or its rows pasted. */
export class SlipsUploadForm {
  /** Rows pasted from a spreadsheet, where no file is sent. */
  @ApiPropertyOptional()
  @PastedField()
  pasted?: string;
}

/** What a person says of a table that does not say it itself; each blank where it does. */
export class SlipTableForm implements ToldOfTable {
  /** How it is read; found by its heading where blank. */
  @ApiPropertyOptional()
  @TextField(60)
  layout: string = '';

  /** `kWh` or `MWh`. */
  @ApiPropertyOptional()
  @TextField(10)
  unit: string = '';

  /** The year of months that are said without one. */
  @ApiPropertyOptional()
  @TextField(10)
  year: string = '';

  /** The month of generation, `2025-06`. */
  @ApiPropertyOptional()
  @TypedDayField()
  month: string = '';

  /** The voucher's day of every slip; the last day of the month after its generation where blank. */
  @ApiPropertyOptional()
  @TypedDayField()
  postedOn: string = '';

  /** Why slips that are hardly possible are right all the same. */
  @ApiPropertyOptional()
  @ReasonField(200)
  reason: string = '';

  /** The station by the first row that names one nobody knows, `r7`; `all` where no row names any. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField()
  stations: Record<string, string> = {};

  /** `ofOthers` where whatever nobody knows is somebody else's and left out. */
  @ApiPropertyOptional()
  @TextField(10)
  others: string = '';
}

/** A kept table of slips. */
export class KeptSlipsAddress extends VillageAddress {
  /** The kept table's id. */
  @ApiProperty({ description: "The kept table's id." })
  @IdField()
  keptId: string;
}

/** How a kept table of slips is looked at over the API. */
export class SlipsQuery extends PageQuery {
  /** How it is read; found by its heading where left out. */
  @ApiPropertyOptional({ description: 'How it is read; found by its heading where left out.' })
  @TextField(60, { optional: true })
  layout?: string;

  /** `kWh` or `MWh`, where the table does not say it. */
  @ApiPropertyOptional({ description: '`kWh` or `MWh`, where the table does not say it.' })
  @TextField(10, { optional: true })
  unit?: string;

  /** The year of months said without one. */
  @ApiPropertyOptional({ description: 'The year of months said without one.' })
  @TextField(10, { optional: true })
  year?: string;

  /** The month of generation, where the table does not say it. */
  @ApiPropertyOptional({ description: 'The month of generation, where the table does not say it.' })
  @TextField(10, { optional: true })
  month?: string;

  /** `ofOthers` where whatever nobody knows is somebody else's and left out. */
  @ApiPropertyOptional({ description: '`ofOthers`: whatever nobody knows is somebody else’s and left out.' })
  @TextField(10, { optional: true })
  others?: string;
}
