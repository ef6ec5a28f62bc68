import { TextField } from '../../platform/http/form-fields';

/** The reversal of a voucher; which one stands in the address. */
export class ReversalEntryForm {
  /** `wrongAmount`, `wrongAsset`, `wrongDate`, `bookedTwice` or `notOurs`. */
  @TextField(30)
  reason: string = '';

  /** The reversal's own day, in an open month, not before the voucher's. */
  @TextField(20)
  postedOn: string = '';
}
