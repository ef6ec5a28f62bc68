import { ApiProperty } from '@nestjs/swagger';
import { DayField, MonthField } from '../../platform/http/form-fields';
import { ItemAddress } from '../../platform/http/api.forms';

/** A due of a contract, as an address names it. */
export class RentDueAddress extends ItemAddress {
  @ApiProperty({ description: 'The first day that the due covers.' })
  @DayField()
  from: string;
}

/** The month in which a due is booked. */
export class RentDueQuery {
  @MonthField({ optional: true })
  month?: string;
}

/** Up to which payment a tenant pays. */
export class RentPaymentQuery {
  @DayField({ optional: true })
  upTo?: string;
}
