import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { MeterRecord } from '../../domain/income/meter-record';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AssetsService } from '../assets/assets.service';
import { MeterRecordAddress, MeterRecordEntryForm, MeterRecordWithdrawalForm } from './meter.forms';
import { MetersService } from './meters.service';

/** What happens to the meters of stations besides running. */
@ApiRoom('income')
@Controller('api/villages/:collectiveId/assets/:id/meter-records')
export class MetersController {
  constructor(
    private readonly assets: AssetsService,
    private readonly meters: MetersService,
  ) {}

  /** The records that stand, by day. */
  @Get()
  async list(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<MeterRecord>> {
    const { collectiveId, id: assetId } = at;
    await this.assets.requireAsset(collectiveId, assetId);
    return pageOf(await this.meters.listRecords({ collectiveId, assetId }), query);
  }

  /** Notes a replacement, a reset, an estimated or a wrong reading. */
  @Post()
  note(
    @Param() { collectiveId, id: assetId }: ItemAddress,
    @Body() form: MeterRecordEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.meters.recordEvent({ collectiveId, assetId }, form, command);
  }

  /** Withdraws a record that was wrong and that no slip was reckoned on; it stays, with the reason. */
  @Post(':recordId/withdrawal')
  withdraw(
    @Param() { collectiveId, id: assetId, recordId }: MeterRecordAddress,
    @Body() { withdrawalReason: reason }: MeterRecordWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.meters.withdraw({ collectiveId, assetId }, { recordId, reason }, command);
  }
}
