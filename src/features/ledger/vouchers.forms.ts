import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { type ManualLineForm, MOST_LINES, POOLS, STREAMS } from '../../domain/ledger/manual-lines';
import type { ManualVoucherForm } from '../../domain/ledger/manual-voucher';
import { CADENCES, type RecurringForm } from '../../domain/ledger/recurring-voucher';
import { SIGNATURE_PARTS, type SignaturePart } from '../../domain/ledger/voucher-hands';
import { ItemAddress } from '../../platform/http/api.forms';
import {
  ChoiceField,
  IdField,
  KeyField,
  MonthField,
  ReasonField,
  TextField,
  TypedDayField,
} from '../../platform/http/form-fields';
import type { CounterpartyForm } from './counterparties.service';
import { COUNTERPARTY_KINDS } from './counterparty.entity';

/** The lines of a voucher, at most as many as any true one has. */
function LinesField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => [VoucherLineEntryForm] }),
    Type(() => VoucherLineEntryForm),
    IsArray({ message: 'form.invalid' }),
    ArrayMaxSize(MOST_LINES, { message: 'voucher.manyLines', context: { max: MOST_LINES } }),
    ValidateNested({ each: true }),
  );
}

/** One line of a voucher: the amount stands on one of the two sides, in yuan. */
export class VoucherLineEntryForm implements ManualLineForm {
  /** Code or name of the account. */
  @TextField(60)
  ledgerAccount: string = '';

  /** Yuan; blank where the amount stands on the other side. */
  @ApiPropertyOptional()
  @TextField(30)
  debit: string = '';

  /** Yuan; blank where the amount stands on the other side. */
  @ApiPropertyOptional()
  @TextField(30)
  credit: string = '';

  /** The pool; that of the line above where blank. */
  @ApiPropertyOptional({ enum: ['', ...POOLS] })
  @TextField(20)
  pool: string = '';

  /** The asset it is about. */
  @ApiPropertyOptional()
  @TextField(100)
  assetId: string = '';

  /** The kind of income it is about. */
  @ApiPropertyOptional({ enum: ['', ...STREAMS] })
  @TextField(20)
  stream: string = '';

  /** The month of generation, `2025-05`. */
  @ApiPropertyOptional()
  @TextField(20)
  generationMonth: string = '';

  /** A registered counterparty, by name or id. */
  @ApiPropertyOptional()
  @TextField(100)
  counterparty: string = '';

  /** The voucher by which it was granted, where the line pays just that; else the oldest debt is paid. */
  @ApiPropertyOptional()
  @TextField(100, { optional: true })
  paysDebt?: string;
}

/** A voucher for what no step posts. */
export class VoucherEntryForm implements ManualVoucherForm {
  /** The voucher's day, in an open month. */
  @TypedDayField()
  postedOn: string = '';

  /** The month the fact concerns; that of the day where blank. */
  @ApiPropertyOptional()
  @TextField(20)
  aboutPeriod: string = '';

  /** What happened, without any private number. */
  @TextField(200)
  summary: string = '';

  /** How many source documents are attached; none where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';

  /** `on` where amounts may be below zero. */
  @ApiPropertyOptional()
  @TextField(10)
  redLetters: string = '';

  @LinesField()
  lines: VoucherLineEntryForm[] = [];
}

/** A voucher of older books, under the name they have for it. */
export class ImportedVoucherForm extends VoucherEntryForm {
  /** Once for each voucher. */
  @IdField()
  id: string = '';
}

/** The voucher form of the page: with the draft it changes. */
export class VoucherPageForm extends VoucherEntryForm {
  @IdField({ optional: true })
  draftId?: string;
}

/** What a reviewer saw. */
export class DraftSeenForm {
  /** The draft's digest as it was read. */
  @TextField(64)
  digest: string = '';
}

/** A reviewed draft to be booked, and the key under which booking it twice does it once. */
export class PostingEntryForm {
  /** 8 to 100 letters, digits, hyphens or underscores. */
  @KeyField()
  key: string = '';

  @IdField()
  draftId: string = '';
}

/** As many vouchers as one transaction books without keeping others waiting. */
const MOST_POSTINGS = 200;

/** Drafts booked together, all or none. */
export class PostingBatchForm {
  @ApiProperty({ type: () => [PostingEntryForm] })
  @Type(() => PostingEntryForm)
  @IsArray({ message: 'form.invalid' })
  @ArrayMaxSize(MOST_POSTINGS, { message: 'voucher.manyPostings', context: { max: MOST_POSTINGS } })
  @ValidateNested({ each: true })
  postings: PostingEntryForm[] = [];
}

/** A signature on a booked voucher. */
export class SignatureForm {
  /** `review` or `cashier`. */
  @ApiProperty({ enum: SIGNATURE_PARTS })
  @ChoiceField(SIGNATURE_PARTS)
  part: SignaturePart;
}

/** A month whose vouchers are reviewed together. */
export class ReviewMonthForm {
  @MonthField()
  month: string = '';
}

/** A counterparty as typed. */
export class CounterpartyEntryForm implements CounterpartyForm {
  /** `person`, `organisation` or `office`. */
  @ApiProperty({ enum: COUNTERPARTY_KINDS })
  @TextField(20)
  kind: string = '';

  @TextField(100)
  name: string = '';
}

/** A counterparty mended on its page. */
export class CounterpartyPageForm extends CounterpartyEntryForm {
  @IdField({ optional: true })
  id?: string;
}

/** A voucher that falls due again and again. */
export class RecurringEntryForm implements RecurringForm {
  @TextField(60)
  name: string = '';

  /** `month`, `quarter` or `year`. */
  @ApiProperty({ enum: Object.keys(CADENCES) })
  @TextField(20)
  every: string = '';

  @TextField(20)
  fromMonth: string = '';

  /** Blank where no end is in sight. */
  @ApiPropertyOptional()
  @TextField(20)
  toMonth: string = '';

  @TextField(200)
  summary: string = '';

  @LinesField()
  lines: VoucherLineEntryForm[] = [];
}

/** A recurring voucher in one of its months. */
export class RecurringAddress extends ItemAddress {
  /** The month. */
  @ApiProperty({ description: 'The month.', example: '2025-06' })
  @MonthField()
  month: string;
}

/** The booking of a recurring voucher; its month stands in the address. */
export class RecurringBookingForm {
  /** How many source documents are attached; none where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** Why a month goes without a recurring voucher. */
export class RecurringWaiverForm {
  /** Why, in 4 to 200 characters; it stays. */
  @ReasonField(1_000)
  reason: string = '';
}

/** The month a recurring voucher ends with. */
export class RecurringMonthForm {
  @MonthField()
  month: string = '';
}
