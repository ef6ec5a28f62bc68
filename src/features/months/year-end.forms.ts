import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { ChoiceField, ReasonField, TextByIdField, TextField } from '../../platform/http/form-fields';

const YEAR = /^(?:19[5-9]\d|20\d{2}|21[0-8]\d)$/;

/** Which year's end is looked at; the last one that is over, or this one, where none is named. */
export class YearQuery {
  @IsOptional()
  @Matches(YEAR, { message: 'form.invalid' })
  year?: string;
}

/** A fiscal year of a collective's books. */
export class YearAddress extends VillageAddress {
  /** The year. */
  @ApiProperty({ description: 'The year.', example: '2025' })
  @Matches(YEAR, { message: 'form.invalid' })
  year: string;
}

/** What is missing, given the explanation. */
export class ExplainedQuery extends PageQuery {
  /** Why disposals or production still under way stand on their accounts. */
  @ApiPropertyOptional({ description: 'Why disposals or production under way stand on their accounts.' })
  @ReasonField(200, { optional: true })
  explanation?: string;
}

const CLOSED_STEPS = ['income', 'surplus', 'carryForward'] as const;

/** One step of a year end; its year stands in the address. */
export class StepForm {
  @ApiProperty({ enum: CLOSED_STEPS })
  @ChoiceField(CLOSED_STEPS)
  step: (typeof CLOSED_STEPS)[number] = 'income';

  /** Why disposals or production still under way stand on their accounts. */
  @ApiPropertyOptional()
  @ReasonField(200)
  explanation: string = '';
}

/** One step of a year end. */
export class CloseStepForm extends StepForm {
  @Matches(YEAR, { message: 'form.invalid' })
  year: string = '';
}

/** What the assembly decided to take into the reserve; its year stands in the address. */
export class ReserveDecisionForm {
  /** By pool: `5%` or an amount in yuan. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  reserves: Readonly<Record<string, string>> = {};

  /** The assembly's resolution. */
  @TextField(200)
  paper: string = '';
}

/** What the assembly decided to take into the reserve. */
export class YearReserveEntryForm extends ReserveDecisionForm {
  @Matches(YEAR, { message: 'form.invalid' })
  year: string = '';
}
