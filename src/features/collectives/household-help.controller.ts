import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { GivenCommand } from '../../platform/http/given-command';
import { CircumstancesService } from './circumstances.service';
import {
  CircumstanceEndEntryForm,
  CircumstanceEntryForm,
  MeasureEntryForm,
  MeasureWithdrawalEntryForm,
} from './household-help.forms';
import { MeasuresService } from './measures.service';
import { HouseholdAddress } from './members.forms';

/** What makes documents look at a household first, and what is done for one that is watched. */
@ApiRoom('collectives')
@Controller('api/villages/:collectiveId/households/:householdId')
export class HouseholdHelpController {
  constructor(
    private readonly circumstances: CircumstancesService,
    private readonly measures: MeasuresService,
  ) {}

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

  /** Enters what is done to help a household that is watched on its first day. */
  @Post('measures')
  noteMeasure(
    @Param() at: HouseholdAddress,
    @Body() form: MeasureEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ measureNumber: number }> {
    return this.measures.note(at, form, command);
  }

  /** Takes back a measure that was entered wrongly; its row stays, with the reason. */
  @Post('measure-withdrawals')
  withdrawMeasure(
    @Param() at: HouseholdAddress,
    @Body() form: MeasureWithdrawalEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ measureNumber: number }> {
    return this.measures.withdraw(at, form, command);
  }
}
