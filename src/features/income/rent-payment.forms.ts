import { ApiPropertyOptional } from '@nestjs/swagger';
import type { AdvanceReturnForm } from '../../domain/income/rent-advance';
import type { RentPaymentForm } from '../../domain/income/read-rent';
import { ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A tenant's payment for one payment of a contract or several. */
export class RentPaymentEntryForm implements RentPaymentForm {
  /** The first day of the first payment that it is for. */
  @TypedDayField()
  paymentFrom: string = '';

  /** The first day of the last one. */
  @TypedDayField()
  paymentUpTo: string = '';

  /** The bank's day. */
  @TypedDayField()
  receivedOn: string = '';

  /** Yuan as the bank shows it. */
  @TextField(30)
  amount: string = '';

  /** Why it is more or less than the payments come to; the voucher says it. */
  @ApiPropertyOptional()
  @ReasonField(60)
  spreadReason: string = '';

  /** Why the same sum under another kind of income is another one; blank where none is. */
  @ApiPropertyOptional()
  @ReasonField(60)
  twiceReason: string = '';

  /** `inclusive`: the rent that is booked with the money holds its tax; blank: the paper does not say. */
  @ApiPropertyOptional()
  @TextField(20)
  taxBasis: string = '';

  /** Per cent of tax as the paper prints it; blank where it charges none. */
  @ApiPropertyOptional()
  @TextField(10)
  taxPercent: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** Rent kept ahead that goes back to the tenant. */
export class AdvanceReturnEntryForm implements AdvanceReturnForm {
  /** `bank` where it is paid back; otherwise the id of what the tenant owes and what it is kept against. */
  @TextField(60)
  returnBy: string = '';

  /** The bank's day, or the voucher's. */
  @TypedDayField()
  returnedOn: string = '';

  /** Yuan. */
  @TextField(30)
  amount: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}
