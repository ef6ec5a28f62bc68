import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PeriodTaxForm, TaxPaymentForm } from '../../domain/income/read-tax-acts';
import type { TaxStatusForm } from '../../domain/income/tax-status';
import { VillageAddress } from '../../platform/http/api.forms';
import { DayField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A tax period, by its first day. */
export class TaxPeriodAddress extends VillageAddress {
  @ApiProperty({ description: 'The first day of the period.', example: '2026-01-01' })
  @DayField()
  from: string;
}

/** What the tax office has the collective down as, as typed. */
export class TaxStatusEntryForm implements TaxStatusForm {
  /** `none` or `smallScale`. */
  @TextField(20)
  taxKind: string = '';

  /** The first day it holds, the first of a month. */
  @TypedDayField()
  taxFrom: string = '';

  /** `month` or `quarter`: how long a tax period is. */
  @TextField(20)
  taxSpan: string = '';

  /** The tax office's paper, by its title and number. */
  @TextField(100)
  byPaper: string = '';

  /** Why it is said again for the same day; asked only where one stands. */
  @ApiPropertyOptional()
  @ReasonField(100)
  sameDayReason: string = '';

  /** Why a quarter is cut; asked only where it is, its piece keeping the whole threshold. */
  @ApiPropertyOptional()
  @ReasonField(100)
  cutReason: string = '';
}

/** The booking of a period's tax, as typed. */
export class PeriodTaxEntryForm implements PeriodTaxForm {
  /** The voucher's day, in an open month, not before the period's last day. */
  @TypedDayField()
  postedOn: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** Why a period's tax is not booked. */
export class TaxWaiverEntryForm {
  @ReasonField(200)
  reason: string = '';
}

/** Tax that was paid, as typed. */
export class TaxPaymentEntryForm implements TaxPaymentForm {
  /** Out of which money: `pv`, `other`. */
  @TextField(20)
  taxPool: string = '';

  /** The bank's day. */
  @TypedDayField()
  paidOn: string = '';

  /** Yuan. */
  @TextField(30)
  amount: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}
