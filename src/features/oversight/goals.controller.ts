import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { DueDaysService } from './due-days.service';
import { DoneEntryForm, FiguresEntryForm, GoalsPageQuery, LineAddress } from './goals.forms';
import { GoalsService, type ToldGoal, usualYear } from './goals.service';

/** Goals that the document in force sets an office, and what it wants done by when. */
@ApiRoom('packs')
@Controller('api/offices/:collectiveId')
export class GoalsController {
  constructor(
    private readonly goals: GoalsService,
    private readonly due: DueDaysService,
    private readonly clock: Clock,
  ) {}

  /** Every goal with its figures, about whom, and how it stands. */
  @Get('goals')
  async list(@Param() at: VillageAddress, @Query() query: GoalsPageQuery): Promise<PageOf<ToldGoal>> {
    const { year } = query;
    const asked = year === undefined || year === '' ? usualYear(this.clock.today()) : Number(year);
    const { goals } = await this.goals.tell(at.collectiveId, asked);
    return pageOf(goals, query);
  }

  /** Keeps figures of a goal. */
  @Post('goals/:line/figures')
  enter(
    @Param() { collectiveId: officeId, line }: LineAddress,
    @Body() form: FiguresEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ count: number }> {
    return this.goals.enter({ officeId, line }, form, command);
  }

  /** Keeps that something due was done. */
  @Post('due-days/:line/done')
  done(
    @Param() { collectiveId: officeId, line }: LineAddress,
    @Body() form: DoneEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ count: number }> {
    return this.due.done({ officeId, line }, form, command);
  }
}
