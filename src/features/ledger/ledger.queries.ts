import { Transform } from 'class-transformer';
import { IsOptional, Matches } from 'class-validator';
import { IdField, MonthField, ReasonField, TextField } from '../../platform/http/form-fields';

/** What the address of a list or balance may carry: the first month and the last. */
export class MonthsQuery {
  @MonthField({ optional: true })
  from?: string;

  @MonthField({ optional: true })
  to?: string;
}

/** What the address of the list of vouchers may carry. */
export class VoucherListQuery {
  @MonthField({ optional: true })
  @Transform(blankIsNothing)
  from?: string;

  @MonthField({ optional: true })
  @Transform(blankIsNothing)
  to?: string;

  /** A code of an account. */
  @TextField(20, { optional: true })
  account?: string;

  /** Words of the summary, the voucher's number, or an amount. */
  @TextField(60, { optional: true })
  text?: string;

  /** `1`: only what nobody has reviewed. */
  @TextField(1, { optional: true })
  unsigned?: string;

  @TextField(6, { optional: true })
  page?: string;
}

/** Which vouchers are printed. */
export class VoucherPrintQuery extends MonthsQuery {
  /** Ids of a selection, with commas. */
  @Matches(/^[\w.:,-]{1,8000}$/, { message: 'form.invalid' })
  @IsOptional()
  ids?: string;
}

/** The draft a form is filled from. */
export class DraftQuery {
  @IdField({ optional: true })
  draft?: string;
}

/** A new voucher: of a draft, or to pay what others made owed, with the bank's day and amounts. */
export class NewVoucherQuery extends DraftQuery {
  /** Ids of the vouchers, with commas. */
  @Matches(/^[\w.:,-]{1,2000}$/, { message: 'form.invalid' })
  @IsOptional()
  pays?: string;

  @TextField(20, { optional: true })
  on?: string;

  /** Yuan of each of them, with commas. */
  @TextField(600, { optional: true })
  amount?: string;
}

/** What is mended on a page. */
export class EditQuery {
  @IdField({ optional: true })
  edit?: string;
}

/** The taking back of a voucher as typed; which one stands in the address. */
export class VoucherReversalForm {
  /** One of the reasons of the ledger's list. */
  @TextField(30)
  reason = '';

  /** The reversal's own day, in an open month. */
  @TextField(20)
  postedOn = '';

  /** What becomes of what people were paid, where that is asked. */
  @ReasonField(1_000)
  paidWhy = '';
}

function blankIsNothing({ value }: { value: unknown }): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}
