import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ARREARS_ORDERS, type ArrearsOrder, type ReminderForm } from '../../domain/income/arrears';
import { OnDayQuery, VillageAddress } from '../../platform/http/api.forms';
import { ChoiceField, IdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** Who owes, and for which asset, as an address names them. */
export class DebtorAddress extends VillageAddress {
  @ApiProperty({ description: 'The id of the counterparty.' })
  @IdField()
  counterparty: string;

  @ApiProperty({ description: 'The id of the asset.' })
  @IdField()
  assetId: string;
}

/** As of which day, and sorted by what. */
export class ArrearsQuery extends OnDayQuery {
  @ChoiceField(ARREARS_ORDERS, { optional: true })
  sort?: ArrearsOrder;
}

/** That somebody was reminded. */
export class ReminderEntryForm implements ReminderForm {
  @TypedDayField()
  remindedOn: string = '';

  /** `paper`, `phone` or `visit`. */
  @TextField(10)
  reminderWay: string = '';

  @ApiPropertyOptional()
  @TextField(200)
  reminderNote: string = '';
}
