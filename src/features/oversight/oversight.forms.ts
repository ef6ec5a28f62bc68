import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { ChoiceField, TextByIdField, TextField, YearField } from '../../platform/http/form-fields';

/** Which year's audit file is asked for. */
export class AuditFileQuery {
  @YearField()
  year = '';
}

/** What somebody is in each village, by its id: `none`, `accountant` or `cashier`. */
export class PostsForm {
  @TextByIdField({ optional: true })
  roles: Record<string, string> = {};
}

const RUN_POOLS = ['pv', 'other'] as const;

/** Which pack is run over which year of a pool. */
export class DryRunQuery {
  /** Id of the pack. */
  @ApiPropertyOptional({ description: 'Id of the pack.', example: '341200/2023-09-21' })
  @TextField(40, { optional: true })
  pack?: string;

  /** The pool; photovoltaic income where none is named. */
  @ApiPropertyOptional({ description: 'The pool; pv where none is named.', enum: RUN_POOLS })
  @ChoiceField(RUN_POOLS, { optional: true })
  pool?: (typeof RUN_POOLS)[number];

  /** The year; the last one with a decided plan where none is named. */
  @ApiPropertyOptional({ description: 'The year.', example: '2025' })
  @Matches(/^(\d{4})?$/, { message: 'calendar.notAYear' })
  @IsOptional()
  year?: string;
}
