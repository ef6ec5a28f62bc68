import { IsOptional, Matches } from 'class-validator';
import { IdField, MonthField, TextField } from '../../platform/http/form-fields';

/** What the address of the slip's page may carry: the station, and the month of generation. */
export class SettlementQuery {
  @IdField({ optional: true })
  asset?: string;

  @MonthField({ optional: true })
  month?: string;
}

/** What the address of the receipt's page may carry: whose money came, and the month it is booked in. */
export class ReceiptQuery extends SettlementQuery {
  @TextField(20, { optional: true })
  stream?: string;

  /** What it is for by its ids, with commas between; the bank's own amount and day. */
  @TextField(1_000, { optional: true })
  owed?: string;

  @TextField(30, { optional: true })
  amount?: string;

  /** As typed: what is wrong with it is said beside its box. */
  @TextField(20, { optional: true })
  on?: string;

  /** Who pays a batch: the grid, or the keeper of a joint station. */
  @IdField({ optional: true })
  payer?: string;
}

/** What left the bank, as the form is filled with it. */
export class PaidQuery {
  @TextField(20, { optional: true })
  on?: string;

  @TextField(30, { optional: true })
  amount?: string;
}

/** Tax that was paid, and out of which money. */
export class PaidTaxQuery extends PaidQuery {
  @TextField(20, { optional: true })
  pool?: string;
}

/** Of which year the subsidy is looked at; this one where none is named. */
export class SubsidyYearQuery {
  @IsOptional()
  @Matches(/^20\d{2}$/, { message: 'form.invalid' })
  year?: string;
}
