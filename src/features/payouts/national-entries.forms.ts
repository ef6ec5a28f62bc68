import { ChoiceField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';
import { NATIONAL_FORMS, type NationalForm } from './national-table.service';

/** That a list was entered in the national system, as typed. */
export class NationalNoteForm {
  @TextField(100)
  listId: string = '';

  @TypedDayField()
  enteredOn: string = '';

  /** In yuan, as the system shows it. */
  @TextField(30)
  enteredTotal: string = '';

  @TextField(10)
  enteredCount: string = '';

  /** Why it is not what was paid. */
  @ReasonField(200, { optional: true })
  enteredWhy: string = '';
}

/** Which payments are told as a table, and in which form. */
export class NationalFileQuery {
  @TextField(100, { optional: true })
  list: string = '';

  /** A day, or blank. */
  @TextField(20, { optional: true })
  from: string = '';

  /** A day, or blank. */
  @TextField(20, { optional: true })
  to: string = '';

  @ChoiceField(NATIONAL_FORMS, { optional: true })
  form: NationalForm = 'xlsx';
}
