import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { PlannedStep, ReserveLimit } from '../../domain/months/year-end';
import type { Command } from '../../platform/audit/command';
import { ApiRoom, type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { PriorYearEntryForm } from './prior-year.forms';
import { PriorYearService } from './prior-year.service';
import { ExplainedQuery, ReserveDecisionForm, StepForm, YearAddress } from './year-end.forms';
import { YearEndService } from './year-end.service';

/** A step of a year end: what it books or booked, and the voucher of one that stands. */
interface StepState extends PlannedStep {
  /** Taken back by the reversal of this voucher, the last step first. */
  readonly entryId?: string | undefined;
}

/** The end of a fiscal year, and what comes to light of it afterwards. */
@ApiRoom('year-end')
@Controller('api/villages/:collectiveId')
export class YearEndController {
  constructor(
    private readonly yearEnd: YearEndService,
    private readonly priorYear: PriorYearService,
  ) {}

  /** The steps in their order, each with its lines; those that stand name their voucher. */
  @Get('year-ends/:year/steps')
  async steps(@Param() at: YearAddress, @Query() query: PageQuery): Promise<PageOf<StepState>> {
    const { plan, standing } = await this.yearEnd.stateOf(yearOf(at), { explanation: '' });
    const steps = plan.map((planned) => {
      const own = standing.find(({ row }) => row.step === planned.step);
      return { ...planned, entryId: own?.row.entryId };
    });
    return pageOf(steps, query);
  }

  /** What is missing before a step is booked. */
  @Get('year-ends/:year/problems')
  async problems(
    @Param() at: YearAddress,
    @Query() { explanation = '', ...query }: ExplainedQuery,
  ): Promise<PageOf<ToldProblem>> {
    const { problems } = await this.yearEnd.stateOf(yearOf(at), { explanation });
    return pageOf(toldProblems(problems), query);
  }

  /** What each pool may give to the reserve. */
  @Get('year-ends/:year/reserve-limits')
  async limits(@Param() at: YearAddress, @Query() query: PageQuery): Promise<PageOf<ReserveLimit>> {
    return pageOf((await this.yearEnd.stateOf(yearOf(at), { explanation: '' })).bases, query);
  }

  /** Books the next step but the reserve. A step is taken back by the reversal of its voucher. */
  @Post('year-ends/:year/steps')
  @HttpCode(201)
  close(
    @Param() at: YearAddress,
    @Body() { step, explanation }: StepForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.yearEnd.closeStep(yearOf(at), { step, explanation }, command);
  }

  /** Takes into the reserve what the assembly decided, by pool. */
  @Post('year-ends/:year/reserve')
  reserve(
    @Param() at: YearAddress,
    @Body() { reserves, paper }: ReserveDecisionForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.yearEnd.takeReserve(yearOf(at), { reserves, paper }, command);
  }

  /** Corrects income or expense of a closed year in an open month, against what was carried forward. */
  @Post('prior-year-corrections')
  correct(
    @Param() at: VillageAddress,
    @Body() form: PriorYearEntryForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.priorYear.correct(at.collectiveId, form, command);
  }
}

function yearOf({ collectiveId, year }: YearAddress): { collectiveId: string; year: number } {
  return { collectiveId, year: Number(year) };
}
