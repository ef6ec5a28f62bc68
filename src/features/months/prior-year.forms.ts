import type { CorrectionForm } from '../../domain/months/read-correction';
import { ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A correction of an earlier year's income or expense, as typed; the domain reads it. */
export class PriorYearEntryForm implements CorrectionForm {
  @TypedDayField()
  postedOn: string = '';

  /** `2024-11`. */
  @TypedDayField()
  aboutPeriod: string = '';

  /** Code of the income or expense account. */
  @TextField(10)
  account: string = '';

  /** `more` or `less` than the closed year showed. */
  @TextField(10)
  change: string = '';

  @TextField(20)
  pool: string = '';

  /** Yuan. */
  @TextField(30)
  amount: string = '';

  /** Code of the account on the other side. */
  @TextField(10)
  counter: string = '';

  /** A registered counterparty, where the other side is owed to somebody. */
  @TextField(100)
  counterparty: string = '';

  @ReasonField(60)
  reason: string = '';

  /** Why it is no second time the same; asked only where one like it stands. */
  @ReasonField(60)
  twiceReason: string = '';
}
