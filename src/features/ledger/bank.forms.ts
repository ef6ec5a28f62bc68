import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ItemAddress, PageQuery } from '../../platform/http/api.forms';
import {
  DayField,
  IdField,
  ReasonField,
  TextByIdField,
  TextField,
  TypedDayField,
} from '../../platform/http/form-fields';

/** A bank account as typed. */
export class BankAccountEntryForm {
  @TextField(40)
  label: string = '';

  @TextField(60)
  bank: string = '';

  /** The last four digits of its number; nothing more of it is kept. */
  @TextField(10)
  lastFour: string = '';

  /** The account of the books; the chart's bank account where blank. */
  @TextField(20)
  ledgerAccount: string = '';

  /** The only pool of that account; blank for all. */
  @TextField(20)
  pool: string = '';

  @TypedDayField()
  openedOn: string = '';
}

/** What is put right about a bank account, and why. */
export class BankAccountChangeForm {
  @TextField(40)
  label: string = '';

  @TextField(60)
  bank: string = '';

  /** The last four digits of its number. */
  @TextField(10)
  lastFour: string = '';

  /** Why; it stays. */
  @ReasonField(200)
  why: string = '';
}

/** The end of a bank account, and the account that takes over, where one does. */
export class BankAccountCloseForm {
  /** Its last day: nothing lies at the bank or in the books. */
  @TypedDayField()
  closedOn: string = '';

  /** Why; it stays. */
  @ReasonField(200)
  closingReason: string = '';

  /** What proves it. */
  @TextField(100)
  paper: string = '';

  /** The account to which the money went; blank for none. */
  @TextField(40)
  nextLabel: string = '';

  @TextField(60)
  nextBank: string = '';

  /** The last four digits of its number. */
  @TextField(10)
  nextLastFour: string = '';
}

/** Why the end of an account is taken back, or the account struck out. */
export class BankAccountReasonForm {
  /** Why; it stays. */
  @ReasonField(200)
  reason: string = '';
}

/** What a person says about a statement; what is left blank is told by its lines. */
export class StatementEntryForm {
  /** How it is read; found by its heading where blank. */
  @TextField(60)
  layout: string = '';

  @TypedDayField()
  from: string = '';

  @TypedDayField()
  through: string = '';

  @TextField(30)
  opening: string = '';

  @TextField(30)
  closing: string = '';
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
  code: string = '';

  @ReasonField(200)
  note: string = '';
}

/** Everything certain, as it was shown. */
export class AcceptCertainForm {
  @IdField()
  shown: string = '';
}

/** A match to take apart, and why. */
export class UndoMatchForm {
  @IdField()
  matchId: string = '';

  @ReasonField(200)
  reason: string = '';
}

/** Why a line stands alone; which one stands in the address. */
export class ExplainLineForm {
  @TextField(20)
  code: string = '';

  @ReasonField(200)
  note: string = '';
}

/** Why bank and books begin with different balances. */
export class BankOpeningForm {
  @TextField(20)
  code: string = '';

  @ReasonField(200)
  note: string = '';
}

/** The day of a reconciliation; the last one that the statements reach where nothing is said. */
export class BankReconciliationQuery {
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
  @ReasonField(200)
  reason: string = '';
}

/** Why a match is taken apart; which one stands in the address. */
export class UndoReasonForm {
  /** Why; it stays. */
  @ReasonField(200)
  reason: string = '';
}
