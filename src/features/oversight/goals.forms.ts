import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { DoneForm } from '../../domain/oversight/due-days';
import type { FiguresForm } from '../../domain/oversight/goals';
import { PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { TextByIdField, TextField, TypedDayField, YearField } from '../../platform/http/form-fields';

/** Which year is looked at; the last full one where none is named. */
export class GoalsYearQuery {
  @Matches(/^(\d{4})?$/, { message: 'calendar.notAYear' })
  @IsOptional()
  year?: string;
}

/** Which year, and which page of its goals. */
export class GoalsPageQuery extends PageQuery {
  /** The year; the last full one where none is named. */
  @ApiPropertyOptional({ description: 'The year; the last full one where none is named.', example: '2024' })
  @Matches(/^(\d{4})?$/, { message: 'calendar.notAYear' })
  @IsOptional()
  year?: string;
}

/** A line of the document, of an office. */
export class LineAddress extends VillageAddress {
  /** The line's id in its document. */
  @ApiProperty({ description: "The line's id in its document.", example: 'DC-21b' })
  @Matches(/^[A-Za-z0-9-]{2,30}$/, { message: 'form.invalid' })
  line: string;
}

/** Figures of a goal. */
export class FiguresEntryForm implements FiguresForm {
  /** The village or office they are about. */
  @TextField(40)
  aboutId: string = '';

  @YearField()
  year: string = '';

  @TypedDayField()
  figuresOn: string = '';

  @TextField(200)
  paper: string = '';

  /** By name: `value`, `part`, `whole`, `count` and so on. */
  @TextByIdField({ optional: true })
  figures: Record<string, string> = {};
}

/** That something due was done. */
export class DoneEntryForm implements DoneForm {
  /** The month it is about, `2025-06`. */
  @TextField(10)
  aboutMonth: string = '';

  @TypedDayField()
  doneDay: string = '';

  @TextField(200)
  paper: string = '';
}
