import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { CheckGrade } from '../../domain/payouts/pay-checks';
import { type LineStanding, standingOf } from '../../domain/payouts/line-results';
import type { PayChannel, PayListState } from '../../domain/payouts/pay-list';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { PayChecksService } from './pay-checks.service';
import { PayListBankService } from './pay-list-bank.service';
import { PayListDraftingService } from './pay-list-drafting.service';
import {
  PayListEntryForm,
  PayListOutcomeEntryForm,
  PayListRecallEntryForm,
  PayListReviewEntryForm,
  PayListSubmissionForm,
} from './pay-lists.forms';
import { PayListsReadService } from './pay-lists-read.service';
import { PayListsService } from './pay-lists.service';
import type { StandingPayList } from './standing-pay-list';

/** A finding as programs are told it: people by their ids. */
interface PayCheckAnswer {
  readonly code: string;
  readonly grade: CheckGrade;
  readonly memberIds: readonly string[];
  readonly lineNumbers: readonly number[];
  /** With which the list went on; blank where none was given. */
  readonly reason: string;
}

/** A list as programs are told it: people by their ids. */
interface PayListAnswer {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly channel: PayChannel;
  readonly state: PayListState;
  readonly total: bigint;
  readonly digest: string;
  readonly lines: readonly {
    readonly number: number;
    readonly debtEntryId: string;
    readonly memberId: string;
    readonly amount: bigint;
    readonly attempt: number;
    readonly state: LineStanding;
  }[];
}

/** Lists by which people are paid. */
@ApiRoom('payLists')
@Controller('api/villages/:collectiveId/pay-lists')
export class PayListsController {
  constructor(
    private readonly drafting: PayListDraftingService,
    private readonly lists: PayListsService,
    private readonly bank: PayListBankService,
    private readonly reading: PayListsReadService,
    private readonly checks: PayChecksService,
  ) {}

  /** Every list, the newest first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<PayListAnswer>> {
    return pageOf((await this.reading.listAll(at.collectiveId)).map(answerOf), query);
  }

  /** One list with its lines. */
  @Get(':id')
  async show(@Param() at: ItemAddress): Promise<PayListAnswer> {
    return answerOf(await this.reading.require(at.collectiveId, at.id));
  }

  /** Drafts a list of parts that are owed for certain. */
  @Post()
  draft(
    @Param() at: VillageAddress,
    @Body() form: PayListEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.drafting.draft(at.collectiveId, form, command);
  }

  /** What stands out on a list, as people and accounts are today, and why it went on. */
  @Get(':id/checks')
  async checked(@Param() at: ItemAddress): Promise<PayCheckAnswer[]> {
    const told = await this.checks.list(at.collectiveId, at.id);
    return told.map(({ code, grade, memberIds, lineIds, reason }) => ({
      ...{ code, grade, memberIds, lineNumbers: lineIds.map(Number), reason },
    }));
  }

  /** Freezes a list for its approval. */
  @Post(':id/submission')
  submit(
    @Param() at: ItemAddress,
    @Body() { reasons }: PayListSubmissionForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.lists.submit(at.collectiveId, { id: at.id, reasons }, command);
  }

  /** Agrees to a list or returns it. */
  @Post(':id/review')
  review(
    @Param() at: ItemAddress,
    @Body() form: PayListReviewEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.lists.review(at.collectiveId, { id: at.id, form }, command);
  }

  /** Calls a whole list back before it is sent. */
  @Post(':id/recall')
  recall(
    @Param() at: ItemAddress,
    @Body() { reason }: PayListRecallEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.lists.recall(at.collectiveId, { id: at.id, reason }, command);
  }

  /** Sends an approved list to the bank. */
  @Post(':id/sending')
  send(@Param() at: ItemAddress, @GivenCommand() command: Command): Promise<{ id: string }> {
    return this.bank.send(at.collectiveId, at.id, command);
  }

  /** The bank paid lines: a voucher. */
  @Post(':id/confirmations')
  confirm(
    @Param() at: ItemAddress,
    @Body() form: PayListOutcomeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.bank.confirm(at.collectiveId, { id: at.id, form }, command);
  }

  /** The bank did not pay lines. */
  @Post(':id/failures')
  fail(
    @Param() at: ItemAddress,
    @Body() form: PayListOutcomeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.bank.fail(at.collectiveId, { id: at.id, form }, command);
  }

  /** Lines that were paid came back to the bank: a voucher. */
  @Post(':id/returns')
  giveBack(
    @Param() at: ItemAddress,
    @Body() form: PayListOutcomeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.bank.giveBack(at.collectiveId, { id: at.id, form }, command);
  }
}

function answerOf({ list, lines, results }: StandingPayList): PayListAnswer {
  const { id, year, number, channel, state, total, digest } = list;
  return {
    ...{ id, year, number, channel, state, total, digest: digest ?? '' },
    lines: lines.map((line) => {
      const { debtId: debtEntryId, memberId, amount, attempt } = line;
      const stands = { state: standingOf(line, results) };
      return { number: line.number, debtEntryId, memberId, amount, attempt, ...stands };
    }),
  };
}
