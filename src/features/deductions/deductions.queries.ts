import { DayField, IdField, MonthField, TextField } from '../../platform/http/form-fields';

/**
 * What the address of the cost's page may carry: the contract it is filled from, and the month it is
 * booked in.
 */
export class DeductionQuery {
  @IdField({ optional: true })
  contract?: string;

  /** The first day of the period it is charged for. */
  @DayField({ optional: true })
  covers?: string;

  @MonthField({ optional: true })
  month?: string;

  /** The day on which the bank paid it. */
  @DayField({ optional: true })
  on?: string;
}

/** What the address of the page of owed costs may carry: the cost that is paid. */
export class OwedCostQuery {
  @IdField({ optional: true })
  cost?: string;

  /** The bank's day and amount, as the form is filled with them. */
  @TextField(20, { optional: true })
  on?: string;

  @TextField(30, { optional: true })
  amount?: string;
}
