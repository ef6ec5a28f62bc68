import { ApiPropertyOptional } from '@nestjs/swagger';
import type { ReceiptForm } from '../../domain/income/receipt';
import type { IncomeDueForm } from '../../domain/income/rent';
import type { SettlementForm } from '../../domain/income/settlement';
import { TextByIdField, TextField } from '../../platform/http/form-fields';

/** The grid's settlement slip for one station and month, as typed. */
export class SettlementEntryForm implements SettlementForm {
  /** The station. */
  @TextField(100)
  assetId = '';

  /** The month of generation, `2025-06`. */
  @TextField(20)
  generationMonth = '';

  /** The voucher's day, in an open month. */
  @TextField(20)
  postedOn = '';

  /** The meter at the start; where the last slip ended. */
  @TextField(30)
  readingFrom = '';

  @TextField(30)
  readingTo = '';

  /** Energy fed in, in `energyUnit`. */
  @TextField(30)
  energy = '';

  /** `kWh` or `MWh`. */
  @TextField(10)
  energyUnit = '';

  /** Price of the energy, in `priceUnit`. */
  @TextField(30)
  energyPrice = '';

  /** `yuan/kWh` or `yuan/MWh`. */
  @TextField(10)
  priceUnit = '';

  /** State subsidy, in `priceUnit`. */
  @TextField(30)
  subsidyPrice = '';

  /** Yuan as printed on the slip; blank where it prints none. */
  @ApiPropertyOptional()
  @TextField(30)
  energyAmount = '';

  /** Yuan as printed on the slip; blank where it prints none. */
  @ApiPropertyOptional()
  @TextField(30)
  subsidyAmount = '';
}

/** Money that has come into the bank, and which receivables it clears. */
export class ReceiptEntryForm implements ReceiptForm {
  /** The bank's day. */
  @TextField(20)
  receivedOn = '';

  /** Yuan as the bank shows it; the parts add up to it. */
  @TextField(30)
  amount = '';

  /** Yuan by receivable id. */
  @TextByIdField()
  amounts: Record<string, string> = {};
}

/** Rent or other income that has fallen due. */
export class IncomeDueEntryForm implements IncomeDueForm {
  /** The asset it comes from. */
  @TextField(100)
  assetId = '';

  /** `rent` or `other`. */
  @TextField(20)
  stream = '';

  /** Who owes it. */
  @TextField(100)
  payer = '';

  /** The first day it covers. */
  @TextField(20)
  coversFrom = '';

  /** The last day it covers. */
  @TextField(20)
  coversTo = '';

  /** Yuan. */
  @TextField(30)
  amount = '';

  /** The day by which it is to be paid. */
  @TextField(20)
  dueOn = '';

  /** The voucher's day, in an open month. */
  @TextField(20)
  postedOn = '';
}
