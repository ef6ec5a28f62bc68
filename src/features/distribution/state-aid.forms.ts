import { ApiPropertyOptional } from '@nestjs/swagger';
import type { TypedNotes } from '../../domain/uses/aid-notes';
import type { StateAidForm } from '../../domain/uses/state-aid';
import { ReasonField, TextByIdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** Money that a government paid to people of the village. */
export class StateAidEntryForm implements StateAidForm {
  /** `central`, `province`, `city`, `county`, `township` or `eastWest`. */
  @TextField(40)
  stateLevel: string = '';

  /** A fund that the document in force names for it, or `unnamed`. */
  @TextField(40)
  stateFund: string = '';

  /** The document by which it was paid. */
  @TextField(200)
  statePaper: string = '';

  /** A kind of the document in force, or `unnamed`. */
  @TextField(40)
  aidKind: string = '';

  /** What it was given for. */
  @TextField(100)
  aidGround: string = '';

  @TypedDayField()
  statePaidOn: string = '';

  /** One row a person: the number on the list or the name, yuan for one, how many; parted by blanks. */
  @TextField(20_000)
  aidRows: string = '';

  /** Yuan; the total as the government's list has it. */
  @TextField(30)
  aidTotal: string = '';

  /** What the document asks of the kind: `step:…`, `signer:…`, `paper:…` with a day, `answer:…`. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField()
  aidNotes: TypedNotes = {};

  /** Why it is written down although the document says otherwise. */
  @ApiPropertyOptional()
  @ReasonField(200)
  stateReason: string = '';

  /** Why the same day, sum and document stand there twice. */
  @ApiPropertyOptional()
  @ReasonField(200)
  twiceReason: string = '';
}
