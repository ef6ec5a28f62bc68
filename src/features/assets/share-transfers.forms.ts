import type { ShareTransferForm } from '../../domain/assets/share-transfer';
import { TextField, TypedDayField } from '../../platform/http/form-fields';

/** When an owner's part of a kept station goes over, and by which paper. */
export class ShareTransferEntryForm implements ShareTransferForm {
  /** The day of the voucher, `2025-07-11`. */
  @TypedDayField()
  happenedOn: string = '';

  @TextField(200)
  paper: string = '';
}
