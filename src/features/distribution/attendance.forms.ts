import { ApiProperty } from '@nestjs/swagger';
import type { AttendanceForm } from '../../domain/uses/attendance';
import { VillageAddress } from '../../platform/http/api.forms';
import {
  IdField,
  ReasonField,
  TextByIdField,
  TextField,
  TypedDayField,
} from '../../platform/http/form-fields';
import type { AcceptForm } from './post-wages.service';

/** The days of a month of everybody on a post. */
export class AttendanceEntryForm implements AttendanceForm {
  /** Days by appointment, half days as `12.5`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  days: Readonly<Record<string, string>> = {};

  /** Why the document is not followed where it only asks. */
  @ReasonField(200, { optional: true })
  attendanceReason: string = '';

  /** Why somebody is paid for the same days on a labour sheet, too, where it asks. */
  @ReasonField(200, { optional: true })
  bothWhy: string = '';

  /** How many sheets of the month there were when the form was opened; may be blank while there is none. */
  @TextField(10, { optional: true })
  basedOn: string = '';
}

/** That a month's sheet is accepted, and by which claim of a plan, or which plan of the year, it is owed. */
export class AttendanceAcceptForm implements AcceptForm {
  @IdField()
  sheetId: string = '';

  /** A claim for posts of an approved plan, or the decided plan of the month's year; either by its id. */
  @IdField()
  claimId: string = '';

  @TypedDayField()
  acceptedOn: string = '';

  /** The reversed voucher of another month whose place it takes, by its id; `another` where it is new. */
  @TextField(100, { optional: true })
  placeOf: string = '';
}

/** One month's sheet. */
export class AttendanceAddress extends VillageAddress {
  /** The month, `2025-06`. */
  @ApiProperty({ description: 'The month.', example: '2025-06' })
  @TextField(10)
  month: string;
}
