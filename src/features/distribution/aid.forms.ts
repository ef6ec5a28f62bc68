import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AidListForm } from '../../domain/uses/aid-list';
import type { TypedNotes } from '../../domain/uses/aid-notes';
import { VillageAddress } from '../../platform/http/api.forms';
import {
  IdField,
  ReasonField,
  TextByIdField,
  TextField,
  TypedDayField,
} from '../../platform/http/form-fields';

/** A list of rewards or subsidies. */
export class AidListEntryForm implements AidListForm {
  /** The claim of an approved plan that pays it, by its id. */
  @TextField(100)
  claimId: string = '';

  /** A kind of the document in force, or `own`: by the village's own rules. */
  @TextField(40)
  aidKind: string = '';

  /** What it is given for. */
  @TextField(100)
  aidGround: string = '';

  /** Where the standard is written. */
  @TextField(200)
  aidBasis: string = '';

  /** One row a person: the number on the list or the name, yuan for one, how many; parted by blanks. */
  @TextField(20_000)
  aidRows: string = '';

  /** Yuan; the total as the paper has it. */
  @TextField(30)
  aidTotal: string = '';

  /** Yuan; the sum that is shared out, where the paper names one. */
  @ApiPropertyOptional()
  @TextField(30)
  potOf: string = '';

  /** How many per cent of that sum are shared out; all of it where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  potPercent: string = '';

  /** Why everybody gets the same, where that is asked. */
  @ApiPropertyOptional()
  @ReasonField(200)
  equalReason: string = '';
}

/** Steps, signatures, papers and answers noted with a list. */
export class AidNotesForm {
  /** By what is asked: `step:visit`, `signer:helper`, `paper:payroll_record` with a day, `answer:purpose`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField()
  aidNotes: TypedNotes = {};
}

/** That what was noted with a list did not happen. */
export class AidNoteWithdrawalForm {
  /** What was asked: `step:visit`. */
  @TextField(100)
  noteKey: string = '';

  @ReasonField(200)
  noteWhy: string = '';
}

/** The acceptance of a list by somebody else than who entered it. */
export class AidAcceptanceForm {
  @TypedDayField()
  aidOn: string = '';

  /** Where a line of the document asks for a reason. */
  @ApiPropertyOptional()
  @ReasonField(200)
  aidReason: string = '';

  /** The reversed voucher whose place it takes, by its id, where some wait; `another` where it is new. */
  @ApiPropertyOptional()
  @TextField(100, { optional: true })
  placeOf: string = '';
}

/** The withdrawal of a list that is not owed. */
export class AidWithdrawalForm {
  @ReasonField(200)
  withdrawnWhy: string = '';
}

/** A list within a village. */
export class AidAddress extends VillageAddress {
  /** The list's id. */
  @ApiProperty({ description: "The list's id." })
  @IdField()
  listId: string;
}
