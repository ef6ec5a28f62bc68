import { MonthField, TextField } from '../../platform/http/form-fields';

/** What the address of a list or balance may carry: the first month and the last. */
export class MonthsQuery {
  @MonthField({ optional: true })
  from?: string;

  @MonthField({ optional: true })
  to?: string;
}

/** The taking back of a voucher as typed; which one stands in the address. */
export class VoucherReversalForm {
  /** One of the reasons of the ledger's list. */
  @TextField(30)
  reason = '';

  /** The reversal's own day, in an open month. */
  @TextField(20)
  postedOn = '';
}
