import { ApiPropertyOptional } from '@nestjs/swagger';
import type { CustodyEndForm, CustodyForm } from '../../domain/assets/custody';
import type { CustodyBearersForm } from '../../domain/assets/custody-bearers';
import type { CustodyPaymentForm } from '../../domain/income/custody-parts';
import { TextField, TypedDayField } from '../../platform/http/form-fields';

/** An agreement with the owner of what the village keeps or runs for him. */
export class CustodyEntryForm implements CustodyForm {
  /** `keeping` or `operating`. */
  @TextField(20)
  custodyKind: string = '';

  /** The owner by name, no person's number. */
  @TextField(100)
  custodyOwner: string = '';

  /** What of the income is his: `75%`. */
  @TextField(20)
  ownersShare: string = '';

  @TypedDayField()
  signedOn: string = '';

  @TypedDayField()
  custodyFrom: string = '';

  @TypedDayField()
  custodyTo: string = '';

  @TextField(200)
  paper: string = '';
}

/** Its early end. */
export class CustodyEndEntryForm implements CustodyEndForm {
  /** Its last day; the day before its first where it never came into force. */
  @TypedDayField()
  custodyEndOn: string = '';

  @TextField(200)
  custodyEndReason: string = '';
}

/** Who bears the tax of its income, from a day on. */
export class CustodyBearersEntryForm implements CustodyBearersForm {
  @TypedDayField()
  bearersFrom: string = '';

  /** `village`, `owner`, or `share`: both by their shares. */
  @TextField(20)
  custodyTaxBearer: string = '';

  @TextField(200)
  paper: string = '';
}

/** What the owner is paid. */
export class CustodyPaymentEntryForm implements CustodyPaymentForm {
  @TypedDayField()
  paidOn: string = '';

  /** Yuan. */
  @TextField(30)
  amount: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(4)
  attachments: string = '';
}
