import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { ChoiceField, TextByIdField, TextField } from '../../platform/http/form-fields';

const YEAR = /^(?:19[5-9]\d|20\d{2}|21[0-8]\d)$/;

/** Which year's end is looked at; the last one that is over, or this one, where none is named. */
export class YearQuery {
  @IsOptional()
  @Matches(YEAR, { message: 'form.invalid' })
  year?: string;
}

/** One step of a year end. */
export class CloseStepForm {
  @Matches(YEAR, { message: 'form.invalid' })
  year: string = '';

  @ChoiceField(['income', 'surplus', 'carryForward'])
  step: 'income' | 'surplus' | 'carryForward' = 'income';

  /** Why disposals or production still under way stand on their accounts. */
  @ApiPropertyOptional()
  @TextField(200)
  explanation: string = '';
}

/** What the assembly decided to take into the reserve. */
export class ReserveEntryForm {
  @Matches(YEAR, { message: 'form.invalid' })
  year: string = '';

  /** By pool: `5%` or an amount in yuan. */
  @TextByIdField({ optional: true })
  reserves: Readonly<Record<string, string>> = {};

  /** The assembly's resolution. */
  @TextField(200)
  paper: string = '';
}
