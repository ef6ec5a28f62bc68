import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ChoiceField, IdField, TextField } from '../../platform/http/form-fields';
import { SHEET_PAPERS, type SheetPaper } from './sheet-papers';

/** The publication of an approved plan's sheet. */
export class NoticePublishForm {
  /** The plan. */
  @TextField(100)
  planId: string = '';

  /** The day the sheet goes on the wall: the first of its publicity. */
  @TextField(20)
  displayedOn: string = '';
}

/** Whose slip of which claim is wanted. */
export class SlipQuery {
  /** Id of the claim. */
  @ApiProperty({ description: 'Id of the claim.' })
  @IdField()
  claim: string;

  /** Everybody's parts in the order of the list, `26,24,26`; left out where all have the same. */
  @ApiPropertyOptional({ description: "Everybody's parts in the order of the list.", example: '26,24,26' })
  @TextField(20_000, { optional: true })
  weights?: string;

  /** The place on the list, from 1. */
  @ApiPropertyOptional({ description: 'The place on the list, from 1.', example: '1' })
  @TextField(10, { optional: true })
  place?: string;
}

/** The same as the page asks: before a claim is chosen it asks for none. */
export class SlipPageQuery {
  @TextField(100, { optional: true })
  claim?: string;

  @TextField(20_000, { optional: true })
  weights?: string;

  @TextField(10, { optional: true })
  place?: string;
}

/** On which paper a sheet is asked for. */
export class SheetPaperQuery {
  /** A4 as it was kept where nothing is said. */
  @ChoiceField(SHEET_PAPERS, { optional: true })
  sheetPaper?: SheetPaper;
}

/** What the address of the verify page may carry. */
export class VerifyQuery {
  /** The code as typed: dashes, blanks and small letters are all right. */
  @TextField(200, { optional: true })
  code?: string;
}

/** The codes of two sheets that are held together. */
export class TwoCodesQuery extends VerifyQuery {
  /** The other one's, as typed. */
  @TextField(200, { optional: true })
  other?: string;
}
