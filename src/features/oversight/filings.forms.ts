import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { FilingForm } from '../../domain/approvals/filings';
import { PageQuery } from '../../platform/http/api.forms';
import { ChoiceField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** Which plan is picked, and which year's numbers are shown; this year's where none is named. */
export class FilingsQuery {
  @TextField(120, { optional: true })
  pick?: string;

  @Matches(/^(\d{4})?$/, { message: 'calendar.notAYear' })
  @IsOptional()
  year?: string;
}

/** Which year of the book is asked for, and which page of it. */
export class FilingsPageQuery extends PageQuery {
  /** The year; all where none is named. */
  @ApiPropertyOptional({ description: 'The year; all where none is named.', example: '2025' })
  @Matches(/^(\d{4})?$/, { message: 'calendar.notAYear' })
  @IsOptional()
  year?: string;
}

const KINDS = ['plan', 'year_plan'] as const;

/** A filing as the page posts it. */
export class FilingEntryForm implements FilingForm {
  /** Kind, village and plan: `plan.<village>.<plan>`. */
  @Matches(/^(plan|year_plan)\.[\w-]{1,40}\.[\w-]{1,40}$/, { message: 'form.missing' })
  filedPlan: string = '';

  @TypedDayField()
  heldOn: string = '';

  @TextField(200)
  receiptPaper: string = '';
}

/** A filing as a program gives it. */
export class FilingApiForm implements FilingForm {
  /** The village whose plan it is. */
  @TextField(40)
  villageId: string = '';

  /** A plan of a period, or of a year. */
  @ChoiceField(KINDS)
  kind: (typeof KINDS)[number] = 'plan';

  @TextField(40)
  planId: string = '';

  /** The day on which it was filed. */
  @TypedDayField()
  heldOn: string = '';

  /** Its receipt, or where that lies; blank where there is none. */
  @TextField(200)
  receiptPaper: string = '';
}
