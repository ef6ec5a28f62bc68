import type { RemedyEndForm, RemedyForm } from '../../domain/assets/asset-remedy';
import { TextField, TypedDayField } from '../../platform/http/form-fields';

/** What is decided about an asset that stands idle, brings too little or loses money. */
export class RemedyEntryForm implements RemedyForm {
  /** A word of the document in force, or `lease`, `operate`, `repair`, `convert`, `dispose`, `other`. */
  @TextField(40)
  remedy: string = '';

  /** What is to be done. */
  @TextField(200)
  what: string = '';

  /** By whom: an office, no person's number. */
  @TextField(100)
  who: string = '';

  /** By which day. */
  @TypedDayField()
  doneBy: string = '';

  @TypedDayField()
  decidedOn: string = '';

  @TextField(200)
  paper: string = '';
}

/** How it ended. */
export class RemedyEndEntryForm implements RemedyEndForm {
  /** Which of the asset's remedies, counted from 1. */
  @TextField(6)
  remedyNumber: string = '';

  @TypedDayField()
  doneOn: string = '';

  /** What came of it, whether it was done or given up. */
  @TextField(200)
  cameOf: string = '';
}
