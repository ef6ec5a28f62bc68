import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AidService } from '../uses/aid.service';
import { StateAidService, type ToldStateAid } from '../uses/state-aid.service';
import { AidAddress, AidWithdrawalForm } from './aid.forms';
import { StateAidEntryForm } from './state-aid.forms';

/** Government money as programs are told it. */
type StateAidAnswer = Omit<ToldStateAid, 'notes'> & {
  readonly notes: Readonly<Record<string, string>>;
};

/** What governments paid to people of a village, beside its books. People are told by their ids. */
@ApiRoom('stateAid')
@Controller('api/villages/:collectiveId/state-aid')
export class StateAidController {
  constructor(
    private readonly aid: AidService,
    private readonly stateAid: StateAidService,
  ) {}

  /** All of it in the order of entry. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<StateAidAnswer>> {
    const lists = await this.aid.listStateAid(at.collectiveId);
    return pageOf(
      lists.map((list) => ({ ...list, notes: Object.fromEntries(list.notes) })),
      query,
    );
  }

  /** Writes down what a government paid; nothing is booked. */
  @Post()
  enter(
    @Param() at: VillageAddress,
    @Body() form: StateAidEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.stateAid.enterStateAid(at.collectiveId, form, command);
  }

  /** Takes back what was written down wrongly: it counts no more. */
  @Post(':listId/withdraw')
  @HttpCode(200)
  withdraw(
    @Param() { collectiveId, listId }: AidAddress,
    @Body() { withdrawnWhy }: AidWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.stateAid.withdrawStateAid(collectiveId, { listId, withdrawnWhy }, command);
  }
}
