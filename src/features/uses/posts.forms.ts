import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LEAVING_POST, PAID_EVERY, POST_KINDS, type PostForm } from '../../domain/uses/post';
import type { PostLeavingForm } from '../../domain/uses/post-appointment';
import type { Reasons } from '../../domain/uses/post-questions';
import type { SeatsForm } from '../../domain/uses/post-seats';
import type { StandardForm } from '../../domain/uses/post-standard';
import { VillageAddress } from '../../platform/http/api.forms';
import {
  IdField,
  ReasonField,
  TextByIdField,
  TextField,
  TypedDayField,
} from '../../platform/http/form-fields';
import type { AppointForm } from './appointments.service';

/** A post that the village needs. */
export class PostEntryForm implements PostForm {
  @ApiProperty({ enum: POST_KINDS })
  @TextField(20)
  postKind: string = '';

  @TextField(40)
  postName: string = '';

  /** What is done, so that it can be seen whether it was. */
  @TextField(300)
  postDuties: string = '';

  @TextField(100)
  postPlace: string = '';

  /** For how many people. */
  @TextField(10)
  seats: string = '';

  /** The day from which the village has it. */
  @TypedDayField()
  postFrom: string = '';
}

/** What a post pays from a month on. */
export class PostStandardEntryForm implements StandardForm {
  /** A month, `2025-07`. */
  @TextField(10)
  standardFrom: string = '';

  @ApiProperty({ enum: PAID_EVERY })
  @TextField(10)
  paidEvery: string = '';

  /** Yuan. */
  @TextField(20)
  standardAmount: string = '';

  @TextField(200)
  standardPaper: string = '';

  /** By question: `unlikePay`, `heavier`, `muchPay`, `document`. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  postReasons: Reasons = {};
}

/** Somebody appointed to a post. */
export class AppointmentEntryForm implements AppointForm {
  /** The number on the list, or the whole name. */
  @TextField(50)
  appointee: string = '';

  @TypedDayField()
  shownFrom: string = '';

  @TypedDayField()
  shownTo: string = '';

  @TypedDayField()
  appointedFrom: string = '';

  @TypedDayField()
  appointedTo: string = '';

  /** The agreement that both signed. */
  @TextField(200)
  agreement: string = '';

  /** By question: `shownTooShort`, `tooOld`, `notHelped`. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  postReasons: Reasons = {};
}

/** That somebody left a post. */
export class PostLeavingEntryForm implements PostLeavingForm {
  @IdField()
  appointmentId: string = '';

  @ApiProperty({ enum: LEAVING_POST })
  @TextField(20)
  postLeaving: string = '';

  /** The last day on the post; blank for one that was entered wrongly. */
  @TypedDayField()
  leftPostOn: string = '';

  @TextField(200)
  leavingPaper: string = '';
}

/** For how many people a post is from a day on. */
export class SeatsEntryForm implements SeatsForm {
  /** 0: the post is closed. */
  @TextField(10)
  seats: string = '';

  @TypedDayField()
  seatsFrom: string = '';

  @ReasonField(200)
  seatsWhy: string = '';

  @TextField(200)
  seatsPaper: string = '';

  /** By question: `heavier`. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  postReasons: Reasons = {};
}

/** One post. */
export class PostAddress extends VillageAddress {
  /** The post's id. */
  @ApiProperty({ description: "The post's id." })
  @IdField()
  postId: string;
}
