import { ApiPropertyOptional } from '@nestjs/swagger';
import type { CustodyEndForm, CustodyForm } from '../../domain/assets/custody';
import type { CustodyBearersForm } from '../../domain/assets/custody-bearers';
import type { CustodyCostForm } from '../../domain/deductions/custody-cost';
import type { CustodyPaymentForm } from '../../domain/income/custody-parts';
import { ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

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

  @ReasonField(200)
  custodyEndReason: string = '';
}

/** Who bears the tax of its income, or the costs of the asset, from a day on. */
export class CustodyBearersEntryForm implements CustodyBearersForm {
  /** `tax` or `costs`. */
  @TextField(20)
  borne: string = '';

  /** `village`, `owner`, or `share`: both by their shares. */
  @TextField(20)
  custodyBearer: string = '';

  /** `land_rent`, `o_and_m`, `insurance` or `other`; `all` or blank for every cost, and for the tax. */
  @ApiPropertyOptional()
  @TextField(20)
  borneKind: string = '';

  @TypedDayField()
  bearersFrom: string = '';

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

/** What of the owner's part of a cost is kept back from what came for him, or paid by him. */
export class CustodyCostEntryForm implements CustodyCostForm {
  /** The cost's id. */
  @TextField(40)
  borneCost: string = '';

  /** The voucher's day, in an open month. */
  @TypedDayField()
  keptBackOn: string = '';

  /** Yuan, no more than his part; where it is kept back, than what came for him. */
  @TextField(30)
  keptBackAmount: string = '';

  /**
   * `owner` where he paid it into the bank, `ownerCash` where he brought cash; `keptBack` or blank where it
   * is kept back from his money.
   */
  @ApiPropertyOptional()
  @TextField(20)
  borneBy: string = '';
}
