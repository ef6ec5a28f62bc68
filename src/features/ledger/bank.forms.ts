import { DayField, IdField, TextByIdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A bank account as typed. */
export class BankAccountEntryForm {
  @TextField(40)
  label = '';

  @TextField(60)
  bank = '';

  /** The last four digits of its number; nothing more of it is kept. */
  @TextField(10)
  lastFour = '';

  /** The account of the books; the chart's bank account where blank. */
  @TextField(20)
  ledgerAccount = '';

  /** The only pool of that account; blank for all. */
  @TextField(20)
  pool = '';

  @TypedDayField()
  openedOn = '';
}

/** What a person says about a statement; what is left blank is told by its lines. */
export class StatementEntryForm {
  /** How it is read; found by its heading where blank. */
  @TextField(60)
  layout = '';

  @TypedDayField()
  from = '';

  @TypedDayField()
  through = '';

  @TextField(30)
  opening = '';

  @TextField(30)
  closing = '';
}

/** How a kept file is read on the page that shows it; found by its heading where absent or blank. */
export class PreviewQuery {
  @TextField(60, { optional: true })
  layout?: string;
}

/** A file of a statement, or its rows pasted. */
export class StatementUploadForm {
  @TextField(2_000_000, { optional: true })
  pasted?: string;
}

/** The lines ticked on both sides, and why their sums differ where they do. */
export class TickedEntryForm {
  @TextByIdField({ optional: true })
  bank?: Record<string, string>;

  @TextByIdField({ optional: true })
  books?: Record<string, string>;

  @TextField(20)
  code = '';

  @TextField(200)
  note = '';
}

/** Everything certain, as it was shown. */
export class AcceptCertainForm {
  @IdField()
  shown = '';
}

/** A match to take apart, and why. */
export class UndoMatchForm {
  @IdField()
  matchId = '';

  @TextField(200)
  reason = '';
}

/** Why a line stands alone; which one stands in the address. */
export class ExplainLineForm {
  @TextField(20)
  code = '';

  @TextField(200)
  note = '';
}

/** The day of a reconciliation; the last one that the statements reach where nothing is said. */
export class ReconciliationQuery {
  @DayField({ optional: true })
  on?: string;
}
