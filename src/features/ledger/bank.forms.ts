import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ItemAddress, PageQuery } from '../../platform/http/api.forms';
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

/** What is put right about a bank account, and why. */
export class BankAccountChangeForm {
  @TextField(40)
  label = '';

  @TextField(60)
  bank = '';

  /** The last four digits of its number. */
  @TextField(10)
  lastFour = '';

  /** Why; it stays. */
  @TextField(200)
  why = '';
}

/** The end of a bank account, and the account that takes over, where one does. */
export class BankAccountCloseForm {
  /** Its last day: nothing lies at the bank or in the books. */
  @TypedDayField()
  closedOn = '';

  /** Why; it stays. */
  @TextField(200)
  closingReason = '';

  /** What proves it. */
  @TextField(100)
  paper = '';

  /** The account to which the money went; blank for none. */
  @TextField(40)
  nextLabel = '';

  @TextField(60)
  nextBank = '';

  /** The last four digits of its number. */
  @TextField(10)
  nextLastFour = '';
}

/** Why the end of an account is taken back, or the account struck out. */
export class BankAccountReasonForm {
  /** Why; it stays. */
  @TextField(200)
  reason = '';
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
  /** Rows pasted from a spreadsheet, where no file is sent. */
  @ApiPropertyOptional()
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

/** A kept statement of a bank account. */
export class KeptStatementAddress extends ItemAddress {
  /** The kept statement's id. */
  @ApiProperty({ description: "The kept statement's id." })
  @IdField()
  keptId: string;
}

/** A match of a bank account. */
export class MatchAddress extends ItemAddress {
  /** The match's id. */
  @ApiProperty({ description: "The match's id." })
  @IdField()
  matchId: string;
}

/** A line of a bank account, of either side. */
export class BankLineAddress extends ItemAddress {
  /** The line's id. */
  @ApiProperty({ description: "The line's id." })
  @IdField()
  lineId: string;
}

/** What a person says about a statement that is looked at; what is left out is told by its lines. */
export class StatementQuery extends PageQuery {
  /** How it is read; found by its heading where left out. */
  @ApiPropertyOptional({ description: 'How it is read; found by its heading where left out.' })
  @TextField(60, { optional: true })
  layout?: string;

  /** Its first day. */
  @ApiPropertyOptional({ description: 'Its first day.' })
  @TextField(20, { optional: true })
  from?: string;

  /** Its last day. */
  @ApiPropertyOptional({ description: 'Its last day.' })
  @TextField(20, { optional: true })
  through?: string;

  /** Yuan before its first line. */
  @ApiPropertyOptional({ description: 'Yuan before its first line.' })
  @TextField(30, { optional: true })
  opening?: string;

  /** Yuan after its last line. */
  @ApiPropertyOptional({ description: 'Yuan after its last line.' })
  @TextField(30, { optional: true })
  closing?: string;
}

/** A statement that was taken over. */
export class TakenStatementAddress extends ItemAddress {
  /** The statement's id. */
  @ApiProperty({ description: "The statement's id." })
  @IdField()
  statementId: string;
}

/** Why a statement is withdrawn; which one stands in the address. */
export class StatementWithdrawalForm {
  /** Why; it stays. */
  @TextField(200)
  reason = '';
}

/** Why a match is taken apart; which one stands in the address. */
export class UndoReasonForm {
  /** Why; it stays. */
  @TextField(200)
  reason = '';
}
