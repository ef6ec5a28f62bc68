import { TextField } from '../../platform/http/form-fields';

/** The publication of an approved plan's sheet. */
export class NoticePublishForm {
  /** The plan. */
  @TextField(100)
  planId: string = '';

  /** The day the sheet goes on the wall: the first of its publicity. */
  @TextField(20)
  displayedOn: string = '';
}

/** What the address of the verify page may carry. */
export class VerifyQuery {
  /** The code as typed: dashes, blanks and small letters are all right. */
  @TextField(200, { optional: true })
  code?: string;
}
