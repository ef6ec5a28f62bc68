import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { WorkForm } from '../../domain/uses/work';
import { SHEET_ITEMS, type WorkSheetForm } from '../../domain/uses/work-sheet';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';
import type { FinishForm } from './work-sheets.service';

/** A small public work. */
export class WorkEntryForm implements WorkForm {
  /** The claim for labour of an approved plan that pays it, by its id. */
  @TextField(100)
  claimId: string = '';

  @TextField(60)
  workName: string = '';

  /** Yuan; what the whole project costs, where it is work for relief. */
  @ApiPropertyOptional()
  @TextField(30)
  workInvestment: string = '';

  /** Yuan; what of it central funds pay. */
  @ApiPropertyOptional()
  @TextField(30)
  workCentral: string = '';

  /** Yuan; what of it the region's funds pay. */
  @ApiPropertyOptional()
  @TextField(30)
  workRegion: string = '';

  /** The project of construction that it is part of, by its id, where it forms an asset. */
  @ApiPropertyOptional()
  @TextField(100)
  projectId: string = '';
}

/** A labour sheet. */
export class WorkSheetEntryForm implements WorkSheetForm {
  /** What money is asked for; a sheet pays labour only. */
  @ApiProperty({ enum: SHEET_ITEMS })
  @TextField(20)
  item: string = '';

  @TypedDayField()
  from: string = '';

  /** The last day of work, in the same month. */
  @TypedDayField()
  to: string = '';

  /** One row a person: the number on the list or the name, days, yuan a day, parted by blanks. */
  @TextField(20_000)
  labourRows: string = '';

  /** The signed list it goes back to. */
  @TextField(200)
  paper: string = '';

  /** Why somebody is paid for the same days on a post, too, where it asks. */
  @ApiPropertyOptional()
  @ReasonField(200, { optional: true })
  bothWhy: string = '';

  /** Why people whom a post would not take, or so high a day's pay, where it asks. */
  @ApiPropertyOptional()
  @ReasonField(200, { optional: true })
  labourWhy: string = '';
}

/** The acceptance of a sheet by somebody else than who entered it. */
export class SheetAcceptanceForm {
  @TypedDayField()
  acceptedOn: string = '';

  /** The reversed voucher whose place it takes, by its id, where some wait; `another` where it is new. */
  @ApiPropertyOptional()
  @TextField(100, { optional: true })
  placeOf: string = '';

  /** Why it is accepted again, where another sheet was accepted since it was taken back. */
  @ApiPropertyOptional()
  @ReasonField(200, { optional: true })
  againWhy: string = '';
}

/** The withdrawal of a sheet that is not owed. */
export class SheetWithdrawalForm {
  @ReasonField(200)
  withdrawnWhy: string = '';
}

/** The withdrawal of a work that was typed wrongly. */
export class WorkWithdrawalForm {
  @ReasonField(200)
  withdrawnWhy: string = '';
}

/** The end of a work. */
export class WorkFinishForm implements FinishForm {
  @TypedDayField()
  finishedOn: string = '';

  /** Where a document asks for more labour and does not forbid less. */
  @ApiPropertyOptional()
  @ReasonField(200)
  finishReason: string = '';
}

/** A work within a village. */
export class WorkAddress extends VillageAddress {
  /** The work's id. */
  @ApiProperty({ description: "The work's id." })
  @IdField()
  workId: string;
}

/** A sheet of a work. */
export class SheetAddress extends WorkAddress {
  /** The sheet's id. */
  @ApiProperty({ description: "The sheet's id." })
  @IdField()
  sheetId: string;
}
