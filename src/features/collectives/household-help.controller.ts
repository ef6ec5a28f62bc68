import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { GivenCommand } from '../../platform/http/given-command';
import { CircumstancesService } from './circumstances.service';
import { CircumstanceEndEntryForm, CircumstanceEntryForm } from './household-help.forms';
import { HouseholdAddress } from './members.forms';

/** What makes documents look at a household first. */
@ApiRoom('collectives')
@Controller('api/villages/:collectiveId/households/:householdId')
export class HouseholdHelpController {
  constructor(private readonly circumstances: CircumstancesService) {}

  /** Enters something for which a document of the place looks at a household first. */
  @Post('circumstances')
  noteCircumstance(
    @Param() at: HouseholdAddress,
    @Body() form: CircumstanceEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ circumstanceNumber: number }> {
    return this.circumstances.note(at, form, command);
  }

  /** Enters the last day of a circumstance, or that it never held. */
  @Post('circumstance-ends')
  endCircumstance(
    @Param() at: HouseholdAddress,
    @Body() form: CircumstanceEndEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ circumstanceNumber: number }> {
    return this.circumstances.end(at, form, command);
  }
}
