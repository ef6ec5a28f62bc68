import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { ReasonField, TextField } from '../../platform/http/form-fields';

/** The reversal of a voucher; which one stands in the address. */
export class ReversalEntryForm {
  /** `wrongAmount`, `wrongAsset`, `wrongDate`, `bookedTwice`, `notOurs` or `contractEnded`. */
  @ReasonField(30)
  reason: string = '';

  /** The reversal's own day, in an open month, not before the voucher's. */
  @TextField(20)
  postedOn: string = '';

  /** Of a grant of which people were paid: what becomes of the money, in 4 to 200 characters. */
  @ApiPropertyOptional()
  @ReasonField(1_000)
  paidWhy: string = '';
}

/** A new table in the place of the opening that is booked; which table stands in the address. */
export class OpeningReplaceForm {
  /** Why the old one was wrong: `wrongAmount`, `wrongAsset`, `wrongDate`, `bookedTwice` or `notOurs`. */
  @ReasonField(30)
  reason: string = '';
}

/** Opening a held month again; which one stands in the address. */
export class ReopenForm {
  /** Why, in 4 to 200 characters; it stays in the history of the month. */
  @ReasonField(1_000)
  reason: string = '';
}

/** A table of opening balances that was pasted, its cells read later; a file comes beside the fields. */
export class OpeningUploadForm {
  /** Rows pasted from a spreadsheet, where no file is sent. */
  @ApiPropertyOptional()
  @IsString()
  @IsOptional()
  pasted?: string;
}
