import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { MeterKwhForm } from '../../domain/income/metered-month';
import type { ToleranceForm } from '../../domain/income/reconcile-month';
import { ItemAddress, PageQuery } from '../../platform/http/api.forms';
import { IdField, PastedField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** Which station and year are looked at. */
export class ReconciliationQuery {
  @IdField({ optional: true })
  asset?: string;

  @IsOptional()
  @Matches(/^20\d{2}$/, { message: 'form.invalid' })
  year?: string;
}

/** Which year's months a program asks for. */
export class ReconciledQuery extends PageQuery {
  /** The year, `2025`; this one where nothing is said. */
  @ApiPropertyOptional({ description: 'The year; this one where nothing is said.', example: '2025' })
  @IsOptional()
  @Matches(/^20\d{2}$/, { message: 'form.invalid' })
  year?: string;
}

const LINES_AT_MOST = 8_000;

/** Energy as an inverter or a meter showed it. */
export class MeterKwhEntryForm implements MeterKwhForm {
  /** `inverter` or `meter`. */
  @TextField(20)
  meterSource: string = '';

  /** A month or a day and its kWh on each line. */
  @TextField(LINES_AT_MOST)
  meterLines: string = '';
}

/** A table of a portal, or its rows pasted. */
export class MeterUploadForm {
  /** Rows pasted from a spreadsheet, where no file is sent. */
  @ApiPropertyOptional()
  @PastedField()
  pasted?: string;
}

/** What a person says of a portal's table. */
export class MeterTableForm {
  /** `inverter` or `meter`. */
  @ApiPropertyOptional()
  @TextField(20)
  meterSource: string = '';

  /** `kWh`, `MWh` or `tenMWh`, where the table does not say it. */
  @ApiPropertyOptional()
  @TextField(10)
  unit: string = '';
}

/** A kept table of a station's portal. */
export class KeptMeterAddress extends ItemAddress {
  /** The kept table's id. */
  @ApiProperty({ description: "The kept table's id." })
  @IdField()
  keptId: string;
}

/** How far a station's meter may be from its slip. */
export class ToleranceEntryForm implements ToleranceForm {
  @TypedDayField()
  validFrom: string = '';

  /** Per cent of the slip's energy. */
  @TextField(10)
  tolerancePercent: string = '';

  /** kWh at least. */
  @TextField(10)
  toleranceKwh: string = '';

  @ReasonField(200)
  reason: string = '';
}

/** How a kept table is looked at over the API. */
export class MeterTableQuery extends PageQuery {
  /** `kWh`, `MWh` or `tenMWh`, where the table does not say it. */
  @ApiPropertyOptional({ description: '`kWh`, `MWh` or `tenMWh`, where the table does not say it.' })
  @TextField(10, { optional: true })
  unit?: string;
}
