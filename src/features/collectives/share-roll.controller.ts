import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { sharesText } from '../../domain/collectives/share-roll';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { OnDayQuery, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { IssuedSharesService } from './issued-shares.service';
import {
  IssuedSharesForm,
  StatusReviewEntryForm,
  ShareRollEntryForm,
  ShareWithdrawalForm,
} from './share-roll.forms';
import { type HeldShares, ShareRollService, type ToldHolding, type ToldIssue } from './share-roll.service';
import { type AskedHelp, MeasuresService } from './measures.service';
import { StatusReviewsService } from './status-reviews.service';

/** A holding as programs read it: shares as a plain decimal. */
type Told<Holding extends ToldHolding | ToldIssue> = Omit<Holding, 'hundredths'> & {
  readonly shares: string;
};

/** A standing of a household that is to be looked at again. */
interface ToldDue {
  readonly householdId: string;
  readonly statusNumber: number;
  readonly status: string;
  readonly lastOn: string | undefined;
  readonly dueOn: string;
}

/** A household that is watched, and by when a document asks for something; absent where none does. */
interface ToldWatched {
  readonly householdId: string;
  readonly statusNumber: number;
  readonly fromDay: string;
  /** The first day of its measures. */
  readonly firstOn: string | undefined;
  readonly measures: ToldDeadline | undefined;
  readonly risk: ToldDeadline | undefined;
}

interface ToldDeadline {
  readonly dueOn: string;
  readonly isDone: boolean;
}

/** Who holds how many shares, and who of those that are helped is to be looked at again. */
@ApiRoom('collectives')
@Controller('api/villages/:collectiveId')
export class ShareRollController {
  constructor(
    private readonly shares: ShareRollService,
    private readonly issued: IssuedSharesService,
    private readonly reviews: StatusReviewsService,
    private readonly measures: MeasuresService,
  ) {}

  /** Who holds shares on a day. */
  @Get('share-roll')
  async list(
    @Param() { collectiveId }: VillageAddress,
    @Query() query: OnDayQuery,
  ): Promise<PageOf<Told<HeldShares>>> {
    const told = pageOf(await this.shares.listRoll(collectiveId, query.on), query);
    return { ...told, items: told.items.map(tell) };
  }

  /** Every change of the shares, in the order of entry. */
  @Get('share-roll/changes')
  async changes(
    @Param() { collectiveId }: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<Told<ToldHolding>>> {
    const told = pageOf(await this.shares.listHoldings(collectiveId), query);
    return { ...told, items: told.items.map(tell) };
  }

  /** Enters what a table of shares changes, from its day on. */
  @Post('share-roll')
  enter(
    @Param() { collectiveId }: VillageAddress,
    @Body() form: ShareRollEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ changed: number }> {
    return this.shares.enterRoll(collectiveId, form, command);
  }

  /** Withdraws a row that was entered wrongly; refused while another rests on it. */
  @Post('share-roll/withdrawals')
  @HttpCode(200)
  withdraw(
    @Param() { collectiveId }: VillageAddress,
    @Body() form: ShareWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.shares.withdrawHolding(collectiveId, form, command);
  }

  /** Every number of shares that was said to be issued, in the order of entry. */
  @Get('share-roll/issued')
  async listIssued(
    @Param() { collectiveId }: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<Told<ToldIssue>>> {
    const told = pageOf(await this.shares.listIssued(collectiveId), query);
    return { ...told, items: told.items.map(tell) };
  }

  /** Enters how many shares there are in all from a day on. */
  @Post('share-roll/issued')
  enterIssued(
    @Param() { collectiveId }: VillageAddress,
    @Body() form: IssuedSharesForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.issued.enterIssued(collectiveId, form, command);
  }

  /** Every standing status with the day by which it is to be looked at again, the earliest first. */
  @Get('status-reviews')
  async due(@Param() { collectiveId }: VillageAddress, @Query() query: PageQuery): Promise<PageOf<ToldDue>> {
    const told = pageOf(await this.reviews.listDue(collectiveId), query);
    const items = told.items.map(({ status, lastOn, dueOn }) => {
      const { householdId, statusNumber, words } = status;
      return { householdId, statusNumber, status: words, lastOn, dueOn };
    });
    return { ...told, items };
  }

  /** Every household that is watched, and by when documents ask for measures or a look at its risk. */
  @Get('watched-households')
  async watched(
    @Param() { collectiveId }: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<ToldWatched>> {
    const told = pageOf(await this.measures.listWatched(collectiveId), query);
    const items = told.items.map(({ status, firstOn, measures, risk }) => {
      const { householdId, statusNumber, fromDay } = status;
      const days = { measures: measures && deadlineOf(measures), risk: risk && deadlineOf(risk) };
      return { householdId, statusNumber, fromDay, firstOn, ...days };
    });
    return { ...told, items };
  }

  /** Enters that statuses were looked at on a day and still hold. */
  @Post('status-reviews')
  review(
    @Param() { collectiveId }: VillageAddress,
    @Body() form: StatusReviewEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ reviewed: number }> {
    return this.reviews.noteReviews(collectiveId, form, command);
  }
}

function deadlineOf({ dueOn, isDone }: AskedHelp): ToldDeadline {
  return { dueOn, isDone };
}

function tell<Holding extends ToldHolding | ToldIssue>({ hundredths, ...holding }: Holding): Told<Holding> {
  return { ...holding, shares: sharesText(hundredths) };
}
