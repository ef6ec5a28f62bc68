import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { OnDayQuery, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { DividendDecidingService } from './dividend-deciding.service';
import { DividendObjectionsService } from './dividend-objections.service';
import { DividendPayingService } from './dividend-paying.service';
import { DividendReadService } from './dividend-read.service';
import { DividendsService } from './dividends.service';
import type { ToldRound } from './dividends.store';
import {
  DividendAnswerForm,
  DividendDropForm,
  DividendEntryForm,
  DividendGivingForm,
  DividendObjectionForm,
  DividendPaymentEntryForm,
  DividendReviewEntryForm,
  MemberSharePaymentForm,
  ProcedureStepForm,
  RoundAddress,
} from './member-shares.forms';
import { MemberSharesService, type MemberShareState } from './member-shares.service';

/** The members' share of the surplus, by pool; and what was given as one sum. */
@ApiRoom('member-shares')
@Controller('api/villages/:collectiveId/member-shares')
export class MemberSharesController {
  constructor(private readonly shares: MemberSharesService) {}

  /** By pool: what may be given on a day, and what is owed to the members. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: OnDayQuery): Promise<PageOf<MemberShareState>> {
    return pageOf(await this.shares.listStates(at.collectiveId, query.on), query);
  }

  /** Pays members what they were given as one sum, before rounds went by the roll. */
  @Post('payments')
  pay(
    @Param() at: VillageAddress,
    @Body() form: MemberSharePaymentForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.shares.payShares(at.collectiveId, form, command);
  }
}

/** Rounds by the roll of shares: drafted, decided step by step, given, paid. Holders are told by ids. */
@ApiRoom('member-shares')
@Controller('api/villages/:collectiveId/dividends')
export class DividendsController {
  constructor(
    private readonly reading: DividendReadService,
    private readonly dividends: DividendsService,
    private readonly deciding: DividendDecidingService,
    private readonly paying: DividendPayingService,
    private readonly objections: DividendObjectionsService,
  ) {}

  /** The rounds by number, with their lines and steps. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<ToldRound>> {
    return pageOf(await this.reading.listRounds(at.collectiveId), query);
  }

  /** Drafts a round; nothing is owed by it. */
  @Post()
  draft(
    @Param() at: VillageAddress,
    @Body() form: DividendEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.dividends.draftRound(at.collectiveId, form, command);
  }

  /** Notes the next step of the procedure as it was held. */
  @Post(':roundId/steps')
  takeStep(
    @Param() { collectiveId, roundId }: RoundAddress,
    @Body() form: ProcedureStepForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.deciding.takeStep(collectiveId, { roundId, form }, command);
  }

  /** The review of a round that somebody else drafted. */
  @Post(':roundId/review')
  @HttpCode(200)
  review(
    @Param() { collectiveId, roundId }: RoundAddress,
    @Body() form: DividendReviewEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.deciding.reviewRound(collectiveId, { roundId, form }, command);
  }

  /** Gives a decided round: each holder is owed his part from then on. */
  @Post(':roundId/give')
  give(
    @Param() { collectiveId, roundId }: RoundAddress,
    @Body() form: DividendGivingForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.paying.giveRound(collectiveId, { roundId, form }, command);
  }

  /** Pays what holders are owed of a round, one or all of them. */
  @Post(':roundId/payments')
  pay(
    @Param() { collectiveId, roundId }: RoundAddress,
    @Body() form: DividendPaymentEntryForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.paying.payRound(collectiveId, { roundId, form }, command);
  }

  /** Leaves a round that was not given. */
  @Post(':roundId/drop')
  @HttpCode(200)
  drop(
    @Param() { collectiveId, roundId }: RoundAddress,
    @Body() { droppedWhy }: DividendDropForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.dividends.dropRound(collectiveId, { roundId, droppedWhy }, command);
  }

  /** Notes what somebody said of a round while it hung: nothing goes on before it is answered. */
  @Post(':roundId/objections')
  object(
    @Param() { collectiveId, roundId }: RoundAddress,
    @Body() form: DividendObjectionForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.objections.enter(collectiveId, { roundId, form }, command);
  }

  /** Answers one, once. */
  @Post(':roundId/objections/answers')
  answer(
    @Param() { collectiveId, roundId }: RoundAddress,
    @Body() form: DividendAnswerForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.objections.answer(collectiveId, { roundId, form }, command);
  }
}
