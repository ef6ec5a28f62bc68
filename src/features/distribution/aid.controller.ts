import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { AidService, type ToldAidList } from '../uses/aid.service';
import {
  AidAcceptanceForm,
  AidAddress,
  AidListEntryForm,
  AidNotesForm,
  AidNoteWithdrawalForm,
  AidWithdrawalForm,
} from './aid.forms';
import { AidListsService } from './aid-lists.service';

/** A list as programs are told it. */
type AidAnswer = Omit<ToldAidList, 'notes'> & {
  readonly notes: Readonly<Record<string, string>>;
};

/** Rewards and subsidies: lists that one enters and another accepts. People are told by their ids. */
@ApiRoom('aid')
@Controller('api/villages/:collectiveId/aid')
export class AidController {
  constructor(
    private readonly aid: AidService,
    private readonly lists: AidListsService,
  ) {}

  /** The lists in the order of entry. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<AidAnswer>> {
    const lists = await this.aid.listLists(at.collectiveId);
    return pageOf(lists.map(answerOf), query);
  }

  /** Enters a list; nothing is owed by it yet. */
  @Post()
  enter(
    @Param() at: VillageAddress,
    @Body() form: AidListEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.lists.enterList(at.collectiveId, form, command);
  }

  /** Notes steps, signatures, papers and answers with a list. */
  @Post(':listId/notes')
  @HttpCode(200)
  note(
    @Param() { collectiveId, listId }: AidAddress,
    @Body() { aidNotes }: AidNotesForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.lists.noteSteps(collectiveId, { listId, aidNotes }, command);
  }

  /** Takes off what was noted with a list: it did not happen. */
  @Post(':listId/note-withdrawals')
  @HttpCode(200)
  withdrawNote(
    @Param() { collectiveId, listId }: AidAddress,
    @Body() { noteKey, noteWhy }: AidNoteWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.aid.withdrawNote(collectiveId, { listId, noteKey, noteWhy }, command);
  }

  /** Accepts a list that somebody else entered: now the village owes it. */
  @Post(':listId/accept')
  accept(
    @Param() { collectiveId, listId }: AidAddress,
    @Body() { aidOn, aidReason, placeOf }: AidAcceptanceForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.lists.acceptList(collectiveId, { listId, aidOn, aidReason, placeOf }, command);
  }

  /** Takes a list back that is not owed. */
  @Post(':listId/withdraw')
  @HttpCode(200)
  withdraw(
    @Param() { collectiveId, listId }: AidAddress,
    @Body() { withdrawnWhy }: AidWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.aid.withdrawList(collectiveId, { listId, withdrawnWhy }, command);
  }
}

function answerOf(list: ToldAidList): AidAnswer {
  return { ...list, notes: Object.fromEntries(list.notes) };
}
