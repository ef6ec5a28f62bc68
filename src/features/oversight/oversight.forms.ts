import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../../platform/http/api.forms';
import {
  ChoiceField,
  MonthField,
  TextByIdField,
  TextField,
  YearField,
} from '../../platform/http/form-fields';

/** Which year's audit file is asked for. */
export class AuditFileQuery {
  @YearField()
  year: string = '';
}

/** Which month of the stations is looked at; the latest one with a slip where none is named. */
export class YieldsQuery {
  @MonthField({ optional: true })
  month?: string;
}

/** Which plans a township agrees to: by plan id the digest that was seen. */
export class AgreedForm {
  @TextByIdField({ optional: true })
  agreed: Record<string, string> = {};
}

const RUN_POOLS = ['pv', 'other'] as const;

/** Which pack is run over which year of a pool, as the page asks. */
export class DryRunQuery {
  @TextField(40, { optional: true })
  pack?: string;

  /** A second pack to hold against the first; blank where only one is tried. */
  @TextField(40, { optional: true })
  other?: string;

  @ChoiceField(RUN_POOLS, { optional: true })
  pool?: (typeof RUN_POOLS)[number];

  /** Blank where no plan is decided yet. */
  @Matches(/^(\d{4})?$/, { message: 'calendar.notAYear' })
  @IsOptional()
  year?: string;
}

/** Which pack is run over which year of a pool, and which of the plans are wanted. */
export class DryRunPageQuery extends PageQuery {
  /** Id of the pack. */
  @ApiProperty({ description: 'Id of the pack.', example: '341200/2023-09-21' })
  @TextField(40)
  pack: string;

  /** The pool; photovoltaic income where none is named. */
  @ApiPropertyOptional({ description: 'The pool; pv where none is named.', enum: RUN_POOLS })
  @ChoiceField(RUN_POOLS, { optional: true })
  pool?: (typeof RUN_POOLS)[number];

  /** The year in which the periods end. */
  @ApiProperty({ description: 'The year in which the periods end.', example: '2025' })
  @YearField()
  year: string;
}

/** Which two packs are run over which year of a pool. */
export class DryRunComparisonPageQuery extends DryRunPageQuery {
  /** Id of the pack that is held against the first one. */
  @ApiProperty({ description: 'Id of the pack held against the first.', example: '530113/2022-09-19' })
  @TextField(40)
  other: string;
}
