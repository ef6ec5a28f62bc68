import type { ReleaseForm, ReserveForm } from '../../domain/ledger/reserves';
import { ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** Money of a pool that is to be set aside. */
export class ReserveEntryForm implements ReserveForm {
  /** `pv` or `other`. */
  @TextField(30)
  pool: string = '';

  /** What it is kept for. */
  @TextField(100)
  reservePurpose: string = '';

  /** Yuan; no more than is free. */
  @TextField(30)
  amount: string = '';

  @TypedDayField()
  reservedOn: string = '';

  /** The decision it goes back to. */
  @TextField(200)
  paper: string = '';
}

/** What of a reserve is to be released. */
export class ReserveReleaseForm implements ReleaseForm {
  /** The reserve's id. */
  @TextField(100)
  reserveId: string = '';

  /** Yuan; no more than stands set aside. */
  @TextField(30)
  releaseAmount: string = '';

  @TypedDayField()
  releasedOn: string = '';

  /** Why it is released. */
  @ReasonField(300)
  releaseReason: string = '';
}
