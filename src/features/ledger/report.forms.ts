import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { AGEING_ORDERS, type AgeingOrder } from '../../domain/ledger/report-ageing';
import { LONGEST_NAME } from '../../domain/ledger/counterparty';
import { REPORT_TIMES, type ReportTime } from '../../domain/ledger/account-sums';
import type { Pool } from '../../domain/ledger/journal-entry';
import { PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { ChoiceField, DayField, TextField } from '../../platform/http/form-fields';
import { REPORT_NAMES, type ReportName } from './report-names';

const POOLS = ['pv', 'other', 'members', 'earmarked'] as const satisfies readonly Pool[];

/** A box left empty is as good as none. */
function EmptyIsAbsent(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));
}

/** Which days of the books are wanted, drawn by what, as known when, of which pool and account. */
export class ReportQuery extends PageQuery {
  /** The first day; 1 January of the last day's year where nothing is said. */
  @ApiPropertyOptional({
    description: 'The first day; 1 January where nothing is said.',
    example: '2025-01-01',
  })
  @EmptyIsAbsent()
  @DayField({ optional: true })
  from?: string;

  /** The last day; today where nothing is said. */
  @ApiPropertyOptional({ description: 'The last day; today where nothing is said.', example: '2025-06-30' })
  @EmptyIsAbsent()
  @DayField({ optional: true })
  to?: string;

  /** By which time an entry counts. */
  @ApiPropertyOptional({ description: 'By the voucher date, or by the month a fact concerns.' })
  @EmptyIsAbsent()
  @ChoiceField(REPORT_TIMES, { optional: true })
  by?: ReportTime;

  /** Only what was booked by the end of this day. */
  @ApiPropertyOptional({ description: 'Only what was booked by the end of this day.', example: '2025-07-11' })
  @EmptyIsAbsent()
  @DayField({ optional: true })
  known?: string;

  /** In which order an ageing is read; as the books have it where nothing is said. */
  @ApiPropertyOptional({ description: 'The order of an ageing.', enum: AGEING_ORDERS })
  @EmptyIsAbsent()
  @ChoiceField(AGEING_ORDERS, { optional: true })
  sort?: AgeingOrder;

  /** Only one colour of money. */
  @ApiPropertyOptional({ description: 'Only one pool.' })
  @EmptyIsAbsent()
  @ChoiceField(POOLS, { optional: true })
  pool?: Pool;

  /** An account, with its details. Problem `form.invalid`. */
  @ApiPropertyOptional({ description: 'An account with its details.', example: '501' })
  @EmptyIsAbsent()
  @Account()
  account?: string;

  /** One other party of a detail ledger, by id or name. */
  @ApiPropertyOptional({
    description:
      'Only lines that name this party, by id or name, or a word (`grid`); `unnamed`: those that name ' +
      'nobody. Of the detail ledger alone.',
  })
  @EmptyIsAbsent()
  @TextField(LONGEST_NAME, { optional: true })
  counterparty?: string;

  /** One asset of a detail ledger, by id or name. */
  @ApiPropertyOptional({
    description:
      'Only lines of this asset, by id or name; `unnamed`: those of none. Of the detail ledger alone.',
  })
  @EmptyIsAbsent()
  @TextField(LONGEST_NAME, { optional: true })
  asset?: string;
}

function Account(): PropertyDecorator {
  return applyDecorators(Matches(/^\d{3}(\d{2}){0,2}$/, { message: 'form.invalid' }), IsOptional());
}

/** A report of a collective's books, by its word in the address. */
export class ReportAddress extends VillageAddress {
  @IsIn([...REPORT_NAMES], { context: { allowed: REPORT_NAMES.join(', ') } })
  report: ReportName;
}
