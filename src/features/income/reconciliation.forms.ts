import { IsOptional, Matches } from 'class-validator';
import type { MeterKwhForm } from '../../domain/income/metered-month';
import type { ToleranceForm } from '../../domain/income/reconcile-month';
import { IdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** Which station and year are looked at. */
export class ReconciliationQuery {
  @IdField({ optional: true })
  asset?: string;

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

  @TextField(200)
  reason: string = '';
}
