import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { ToldRelease } from '../ledger/promise-releases.service';
import { PromiseReleaseEntryForm, ReleaseWithdrawalEntryForm } from './distribution.forms';
import { ReleasingService } from './releasing.service';

/** What approved plans promised and will never grant: no voucher goes with a release. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/plans/:id/releases')
export class PlanReleasesController {
  constructor(private readonly releasing: ReleasingService) {}

  /** Every release of a plan, in the order of entry. */
  @Get()
  async list(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<ToldRelease>> {
    return pageOf(await this.releasing.listTold(at.collectiveId, at.id), query);
  }

  /** Releases what of one claim will not be granted; the next period carries it over. */
  @Post()
  release(
    @Param() at: ItemAddress,
    @Body() form: PromiseReleaseEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.releasing.release(at.collectiveId, { planId: at.id, form, command });
  }

  /** Takes a release back that was entered wrongly, while its money is still free. */
  @Post('withdrawals')
  withdraw(
    @Param() at: ItemAddress,
    @Body() form: ReleaseWithdrawalEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.releasing.withdraw(at.collectiveId, { planId: at.id, form, command });
  }
}
