import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { OwedOwner } from '../../domain/income/passing-on';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { RecordedIncome } from './income.service';
import { PassingOnEntryForm, SplitNowEntryForm } from './joint.forms';
import { JointPaymentsService } from './joint-payments.service';
import { JointReadService, type KeptSlip } from './joint-read.service';
import { SlipsService } from './slips.service';
import { SplitNowService } from './split-now.service';

/** Joint stations that are kept for their owners. */
@ApiRoom('income')
@Controller('api/villages/:collectiveId/kept')
export class JointController {
  constructor(
    private readonly reading: JointReadService,
    private readonly payments: JointPaymentsService,
    private readonly alone: SplitNowService,
    private readonly slips: SlipsService,
  ) {}

  /** A slip of a kept station: what each owner gets of it, and whose books have it. */
  @Get('slips/:id')
  slip(@Param() at: ItemAddress): Promise<KeptSlip> {
    return this.reading.requireSlip(at.collectiveId, at.id);
  }

  /** Splits what of a slip was too little and waits, without the next slip; it is sent to its owners. */
  @Post('slips/:id/split')
  async split(
    @Param() { collectiveId, id: slipId }: ItemAddress,
    @Body() form: SplitNowEntryForm,
    @GivenCommand() command: Command,
  ): Promise<RecordedIncome> {
    const recorded = await this.alone.split(collectiveId, { slipId, form }, command);
    await this.slips.send(collectiveId);
    return recorded;
  }

  /** What came for each owner and is not yet paid to him: whose books are kept here, once. */
  @Get('owed')
  async owed(@Param() at: VillageAddress): Promise<OwedOwner[]> {
    const owed = await this.reading.listOwedOnce(at.collectiveId);
    return owed.map(({ owner, owed: amount }) => ({ owner, owed: amount }));
  }

  /** Books one payment to several owners. */
  @Post('payments')
  pay(
    @Param() at: VillageAddress,
    @Body() form: PassingOnEntryForm,
    @GivenCommand() command: Command,
  ): Promise<RecordedIncome> {
    return this.payments.payOwners(at.collectiveId, form, command);
  }
}
