import { ApiProperty } from '@nestjs/swagger';
import type { CircumstanceEndForm, CircumstanceForm } from '../../domain/collectives/household-circumstances';
import { STATUS_ENDS } from '../../domain/collectives/household-status';
import { TextField, TypedDayField } from '../../platform/http/form-fields';

/** Something of a household for which a document looks at it first. */
export class CircumstanceEntryForm implements CircumstanceForm {
  /** The document's id of the word, `unstable_work`. */
  @TextField(40)
  circumstance: string = '';

  /** The first day. */
  @TypedDayField()
  circumstanceFrom: string = '';

  /** What happened, and the paper that says so. */
  @TextField(200)
  circumstancePaper: string = '';
}

/** The end of a circumstance. */
export class CircumstanceEndEntryForm implements CircumstanceEndForm {
  /** Which of the household's, by its number. */
  @TextField(5)
  circumstanceNumber: string = '';

  @ApiProperty({ enum: STATUS_ENDS })
  @TextField(20)
  circumstanceEnd: string = '';

  /** The last day; blank for one that was entered wrongly. */
  @TypedDayField()
  circumstanceEndedOn: string = '';

  @TextField(200)
  circumstanceEndPaper: string = '';
}
