import { ApiPropertyOptional } from '@nestjs/swagger';
import type { SubsidyAdvanceForm, SubsidyRepaymentForm } from '../../domain/income/subsidy-advance';
import type { SubsidyCutForm } from '../../domain/income/subsidy-cut';
import { ReasonField, TextByIdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** Subsidy that did not come in full, as typed. */
export class SubsidyCutEntryForm implements SubsidyCutForm {
  /** `writtenOff` where a notice cuts it, `keptOwing` where it is owed all the same. */
  @TextField(20)
  cutKind: string = '';

  /** The day it is given up, or noted. */
  @TypedDayField()
  cutOn: string = '';

  /** The notice, by its title and number; needed where it is written off. */
  @ApiPropertyOptional()
  @TextField(100)
  byPaper: string = '';

  /** Why it did not come; needed where it is owed on. */
  @ApiPropertyOptional()
  @ReasonField(200)
  reason: string = '';

  /** Yuan by receivable id. */
  @TextByIdField()
  amounts: Record<string, string> = {};

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** Why a note on subsidy that is owed on does not hold. */
export class SubsidyNoteWithdrawalForm {
  @TextField(200)
  noteWithdrawn: string = '';
}

/** The same, with which note it is. */
export class SubsidyNoteChoiceForm extends SubsidyNoteWithdrawalForm {
  @TextField(100)
  noteId: string = '';
}

/** Money advanced until the subsidy comes, as typed. */
export class SubsidyAdvanceEntryForm implements SubsidyAdvanceForm {
  /** Who advances it: a township, an enterprise. */
  @TextField(60)
  lender: string = '';

  /** The bank's day. */
  @TypedDayField()
  receivedOn: string = '';

  /** Yuan as the bank shows it. */
  @TextField(30)
  amount: string = '';

  /** The agreement or notice. */
  @TextField(100)
  byPaper: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** What of an advance goes back, as typed. */
export class SubsidyRepaymentEntryForm implements SubsidyRepaymentForm {
  /** Why it goes back though the subsidy has not come. */
  @ApiPropertyOptional()
  @ReasonField(200)
  reason: string = '';

  /** The bank's day. */
  @TypedDayField()
  repaidOn: string = '';

  @TextField(30)
  amount: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}
