import { ApiPropertyOptional } from '@nestjs/swagger';
import type { ReceiptForm } from '../../domain/income/receipt';
import type { NatureForm } from '../../domain/income/income-nature';
import type { IncomeDueForm } from '../../domain/income/rent';
import type { SettlementForm } from '../../domain/income/settlement';
import type { SlipReceiptForm } from '../../domain/income/slip-receipt';
import { ReasonField, TextByIdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** The grid's settlement slip for one station and month, as typed. */
export class SettlementEntryForm implements SettlementForm, SlipReceiptForm {
  /** The station. */
  @TextField(100)
  assetId: string = '';

  /** The month of generation, `2025-06`. */
  @TypedDayField()
  generationMonth: string = '';

  /** The voucher's day, in an open month; blank: the day its money came, else the month's last, or today. */
  @ApiPropertyOptional()
  @TypedDayField()
  postedOn: string = '';

  /** The meter at the start; where the last slip ended. */
  @TextField(30)
  readingFrom: string = '';

  @TextField(30)
  readingTo: string = '';

  /** Energy fed in, in `energyUnit`. */
  @TextField(30)
  energy: string = '';

  /** `kWh` or `MWh`. */
  @TextField(10)
  energyUnit: string = '';

  /** Price of the energy, in `priceUnit`. */
  @TextField(30)
  energyPrice: string = '';

  /** `yuan/kWh` or `yuan/MWh`. */
  @TextField(10)
  priceUnit: string = '';

  /** State subsidy, in `priceUnit`. */
  @TextField(30)
  subsidyPrice: string = '';

  /** Yuan as printed on the slip; blank where it prints none. */
  @ApiPropertyOptional()
  @TextField(30)
  energyAmount: string = '';

  /** Yuan as printed on the slip; blank where it prints none. */
  @ApiPropertyOptional()
  @TextField(30)
  subsidyAmount: string = '';

  /** `inclusive`, which is meant where it is blank, or `net`: whether the slip's energy fee holds its tax. */
  @ApiPropertyOptional()
  @TextField(20)
  taxBasis: string = '';

  /** Per cent as printed; blank where the slip prints no tax. */
  @ApiPropertyOptional()
  @TextField(30)
  taxPercent: string = '';

  /** Yuan as printed; reckoned by the rate where blank. */
  @ApiPropertyOptional()
  @TextField(30)
  taxAmount: string = '';

  /** What the grid keeps back as tax, yuan as printed; blank where only what is paid tells. */
  @ApiPropertyOptional()
  @TextField(30)
  taxKept: string = '';

  /** What the grid pays by the slip, yuan as printed: with the tax, or without where it keeps it back. */
  @ApiPropertyOptional()
  @TextField(30)
  paidAmount: string = '';

  /** Why what is hardly possible is right all the same. */
  @ApiPropertyOptional()
  @ReasonField(200)
  reason: string = '';

  /** `on` for a slip that prints no readings. */
  @ApiPropertyOptional()
  @TextField(10)
  withoutReadings: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';

  /** The bank's day, where the money of the slip has come; blank with the amount where it has not. */
  @ApiPropertyOptional()
  @TypedDayField()
  receivedOn: string = '';

  /** Yuan as the bank shows it: the energy fee or a part of it, or fee and subsidy in one sum. */
  @ApiPropertyOptional()
  @TextField(30)
  receivedAmount: string = '';
}

/** Money that has come into the bank, and which receivables it clears. */
export class ReceiptEntryForm implements ReceiptForm {
  /** The bank's day. */
  @TypedDayField()
  receivedOn: string = '';

  /** Yuan as the bank shows it; the parts add up to it. */
  @TextField(30)
  amount: string = '';

  /** Yuan by receivable id. */
  @TextByIdField()
  amounts: Record<string, string> = {};

  /** `on` where the money came earlier and was kept as an advance. */
  @ApiPropertyOptional()
  @TextField(10)
  fromAdvance: string = '';

  /** Why the bank paid a little more than the slip's energy fee; only where it did. */
  @ApiPropertyOptional()
  @ReasonField(200)
  excessReason: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** Rent or other income that has fallen due. */
export class IncomeDueEntryForm implements IncomeDueForm, NatureForm {
  /** The asset it comes from. */
  @TextField(100)
  assetId: string = '';

  /** `rent` or `other`. */
  @TextField(20)
  stream: string = '';

  /** Who owes it. */
  @TextField(100)
  payer: string = '';

  /** The first day it covers. */
  @TypedDayField()
  coversFrom: string = '';

  /** The last day it covers. */
  @TypedDayField()
  coversTo: string = '';

  /** Yuan. */
  @TextField(30)
  amount: string = '';

  /** `net`: tax comes on top of the amount; `inclusive`: it holds it; blank: the paper does not say. */
  @ApiPropertyOptional()
  @TextField(20)
  taxBasis: string = '';

  /** Per cent of tax as the paper prints it; blank where it charges none. */
  @ApiPropertyOptional()
  @TextField(10)
  taxPercent: string = '';

  /** Yuan of tax as the paper prints it; reckoned where blank. */
  @ApiPropertyOptional()
  @TextField(30)
  taxAmount: string = '';

  /** What the document in force calls it, by the word's id; `none_of_these` where it has no word for it. */
  @ApiPropertyOptional()
  @TextField(60)
  incomeKind: string = '';

  /** How the asset earns it, in the document's words; blank where the asset says it. */
  @ApiPropertyOptional()
  @TextField(60)
  incomeMode: string = '';

  /** Yuan the paper says was paid in all, where the document wants all of it booked; blank where it is. */
  @ApiPropertyOptional()
  @TextField(30)
  paperAmount: string = '';

  /** Why a line of the document that asks for a reason is not followed. */
  @ApiPropertyOptional()
  @ReasonField(200)
  incomeReason: string = '';

  /** Why the same sum for the same days under the other kind is no second booking; blank elsewhere. */
  @ApiPropertyOptional()
  @ReasonField(60)
  twiceReason: string = '';

  /** The day by which it is to be paid. */
  @TypedDayField()
  dueOn: string = '';

  /** The voucher's day, in an open month. */
  @TypedDayField()
  postedOn: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}
