import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { ReservesService, type ToldReserve } from '../ledger/reserves.service';
import { ReserveEntryForm, ReserveReleaseForm } from './reserves.forms';

/** Money of a pool that is set aside: no voucher goes with it. */
@ApiRoom('surplus')
@Controller('api/villages/:collectiveId/reserves')
export class ReservesController {
  constructor(private readonly reserves: ReservesService) {}

  /** Every reserve in the order of entry, with what was released of it. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<ToldReserve>> {
    return pageOf(await this.reserves.listTold(at.collectiveId), query);
  }

  /** Sets money aside that is free. */
  @Post()
  setAside(
    @Param() at: VillageAddress,
    @Body() form: ReserveEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.reserves.setAside(at.collectiveId, form, command);
  }

  /** Releases money that is set aside, with the reason why. */
  @Post('releases')
  release(
    @Param() at: VillageAddress,
    @Body() form: ReserveReleaseForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.reserves.release(at.collectiveId, form, command);
  }
}
