import { ApiProperty } from '@nestjs/swagger';
import type { CircumstanceEndForm, CircumstanceForm } from '../../domain/collectives/household-circumstances';
import type { MeasureForm } from '../../domain/collectives/household-measures';
import { STATUS_ENDS } from '../../domain/collectives/household-status';
import { ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';
import type { MeasureWithdrawalForm } from './measures.service';

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

/** What is done to help a household that is watched. */
export class MeasureEntryForm implements MeasureForm {
  @TextField(200)
  measure: string = '';

  /** Who sees to it. */
  @TextField(50)
  measureHelper: string = '';

  /** The first day. */
  @TypedDayField()
  measureFrom: string = '';

  /** Why it came later than the document allows. */
  @ReasonField(200, { optional: true })
  measureWhyLate: string = '';
}

/** That a measure was entered wrongly. */
export class MeasureWithdrawalEntryForm implements MeasureWithdrawalForm {
  /** Which of the household's: its standing and its number there, `1.2`. */
  @TextField(10)
  measureKey: string = '';

  @ReasonField(200)
  measureWithdrawnWhy: string = '';
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
