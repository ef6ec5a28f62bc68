import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { IdField } from '../../platform/http/form-fields';
import { GivenCommand } from '../../platform/http/given-command';
import { CustodyActsService, type CustodyWhole } from '../income/custody-acts.service';
import type { RecordedIncome } from '../income/income.service';
import { CustodyCostsService, type OwnersCost } from './custody-costs.service';
import {
  CustodyBearersEntryForm,
  CustodyCostEntryForm,
  CustodyEndEntryForm,
  CustodyEntryForm,
  CustodyPaymentEntryForm,
} from './custody.forms';
import type { BookedEntry } from '../ledger/ledger.service';

/** One agreement of an asset. */
class CustodyAddress extends ItemAddress {
  /** The agreement's id. */
  @ApiProperty({ description: "The agreement's id." })
  @IdField()
  custodyId: string;
}

/** What the village keeps or runs for other owners. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/assets/:id/custodies')
export class CustodiesController {
  constructor(
    private readonly custodies: CustodyActsService,
    private readonly costs: CustodyCostsService,
  ) {}

  /** The agreements over an asset: what fell due under each, what of it came, what the owner was paid. */
  @Get()
  async list(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<CustodyWhole>> {
    return pageOf((await this.custodies.listOf(at.collectiveId, at.id)).custodies, query);
  }

  /** Keeps an agreement as it was signed. */
  @Post()
  agree(
    @Param() at: ItemAddress,
    @Body() form: CustodyEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.custodies.agree(at.collectiveId, { assetId: at.id, form }, command);
  }

  /** Ends it early. */
  @Post(':custodyId/end')
  end(
    @Param() at: CustodyAddress,
    @Body() form: CustodyEndEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    const { collectiveId, id: assetId, custodyId } = at;
    return this.custodies.end(collectiveId, { assetId, custodyId, form }, command);
  }

  /** Keeps who bears the tax of its income, or the costs of the asset, from a day on. */
  @Post(':custodyId/bearers')
  sayBearers(
    @Param() at: CustodyAddress,
    @Body() form: CustodyBearersEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    const { collectiveId, id: assetId, custodyId } = at;
    return this.custodies.sayBearers(collectiveId, { assetId, custodyId, form }, command);
  }

  /** The costs of the asset under an agreement: whose they are, and what of them was kept back. */
  @Get(':custodyId/costs')
  async listCosts(@Param() at: CustodyAddress, @Query() query: PageQuery): Promise<PageOf<OwnersCost>> {
    const { collectiveId, id: assetId, custodyId } = at;
    return pageOf(await this.costs.list(collectiveId, { assetId, custodyId }), query);
  }

  /** Keeps the owner's part of a cost back from what came for him. */
  @Post(':custodyId/costs')
  keepBack(
    @Param() at: CustodyAddress,
    @Body() form: CustodyCostEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { collectiveId, id: assetId, custodyId } = at;
    return this.costs.keepBack(collectiveId, { assetId, custodyId, form }, command);
  }

  /** Pays the owner what came for him. */
  @Post(':custodyId/payments')
  pay(
    @Param() at: CustodyAddress,
    @Body() form: CustodyPaymentEntryForm,
    @GivenCommand() command: Command,
  ): Promise<RecordedIncome> {
    const { collectiveId, id: assetId, custodyId } = at;
    return this.costs.pay(collectiveId, { assetId, custodyId, form }, command);
  }
}
