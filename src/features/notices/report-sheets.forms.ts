import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ReportForm } from '../../domain/notices/report-form';
import { ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** Which sheet about some days is wanted. */
export class ReportSheetQuery implements ReportForm {
  /** Which sheet. */
  @ApiProperty({ description: 'Which sheet.', example: 'income-expenditure' })
  @TextField(40)
  sheet: string = '';

  /** The pool, blank for all money together. */
  @ApiPropertyOptional({ description: 'The pool, blank for all money together.', example: 'pv' })
  @TextField(20)
  pool: string = '';

  /** The first day. */
  @ApiProperty({ description: 'The first day.', example: '2025-01-01' })
  @TypedDayField()
  sheetFrom: string = '';

  /** The last day. */
  @ApiProperty({ description: 'The last day.', example: '2025-06-30' })
  @TypedDayField()
  sheetTo: string = '';

  /** The one matter it is about, by its id: of a correction the sheet, of a resolution the plan. */
  @ApiPropertyOptional({ description: 'Of a correction the sheet, of a resolution the plan: its id.' })
  @TextField(40)
  sheetAbout: string = '';
}

/** The publication of such a sheet. */
export class ReportPublishForm extends ReportSheetQuery {
  /** The day the sheet goes on the wall: the first of its publicity. */
  @ApiProperty()
  @TypedDayField()
  displayedOn: string = '';
}

/** That such a sheet is taken back. */
export class NoticeWithdrawalForm {
  /** Why; everyone may read it. */
  @ApiProperty()
  @ReasonField(100)
  recallReason: string = '';
}

/** The same in the address of the list, where nothing need be asked. */
export class ReportWishQuery {
  @TextField(40, { optional: true })
  sheet?: string;

  @TextField(20, { optional: true })
  pool?: string;

  @TextField(20, { optional: true })
  sheetFrom?: string;

  @TextField(20, { optional: true })
  sheetTo?: string;

  @TextField(40, { optional: true })
  sheetAbout?: string;
}
