import { TextField } from '../../platform/http/form-fields';
import type { PrintWish } from './print-choice.service';

/** Which sheets of the villages below an office are printed, in the address; blank takes all. */
export class PrintWishQuery implements PrintWish {
  /** Which sheet. */
  @TextField(40, { optional: true })
  sheet?: string;

  /** The village. */
  @TextField(60, { optional: true })
  villageId?: string;

  /** What is about days before this one is left out. */
  @TextField(20, { optional: true })
  sheetFrom?: string;

  /** What is about days after this one is left out. */
  @TextField(20, { optional: true })
  sheetTo?: string;

  /** On which paper; A4 where nothing is said. */
  @TextField(8, { optional: true })
  sheetPaper?: string;

  /** Whether those that were never printed are drawn now. */
  @TextField(3, { optional: true })
  draw?: string;
}
