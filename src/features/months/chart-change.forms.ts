import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/api.forms';
import { ChoiceField, TextByIdField, YearField } from '../../platform/http/form-fields';

/** The chart the books are changed to. */
export const LAST_CHART = '2023';
const CHARTS = [LAST_CHART] as const;

/** From which 1 January, and to which chart. */
export class ChartChangeQuery extends PageQuery {
  /** The year whose 1 January it is. */
  @ApiProperty({ description: 'The year whose 1 January it is.', example: '2024' })
  @YearField()
  year: string;

  /** The new chart. */
  @ApiProperty({ description: 'The new chart.', enum: CHARTS })
  @ChoiceField(CHARTS)
  chart: string;
}

/** A change of the chart as typed. */
export class ChartChangeEntryForm {
  /** The year whose 1 January it is. */
  @YearField()
  year: string = '';

  /** The new chart. */
  @ApiProperty({ enum: CHARTS })
  @ChoiceField(CHARTS)
  chart: string = '';

  /** The account chosen where several are possible, by the old account. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  choices: Record<string, string> = {};
}
