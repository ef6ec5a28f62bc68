import { ApiProperty } from '@nestjs/swagger';
import type { IdleNoteForm } from '../../domain/oversight/idle-money';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TypedDayField } from '../../platform/http/form-fields';

/** Money that came to a village, by the voucher that brought it. */
export class IdleMoneyAddress extends VillageAddress {
  /** The id of the voucher by which it came. */
  @ApiProperty({ description: 'The id of the voucher by which it came.' })
  @IdField()
  entryId: string;
}

/** One reason for all that lies too long. */
export class IdleReasonForm implements Pick<IdleNoteForm, 'idleWhy' | 'idleUntil'> {
  /** Why it still lies. */
  @ReasonField(200)
  idleWhy: string = '';

  /** Up to which day that is reason enough. */
  @TypedDayField()
  idleUntil: string = '';
}

/** What a village says of it. */
export class IdleNoteEntryForm extends IdleReasonForm implements IdleNoteForm {
  /** When it had come to the county; blank where nobody knows. */
  @TypedDayField()
  countyOn: string = '';

  /** When it had come to the township, or to the keeper of a joint station. */
  @TypedDayField()
  townshipOn: string = '';
}
