import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { CostDue } from '../../domain/deductions/cost-dues';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { ApiRoom } from '../../platform/http/api-answer';
import {
  ItemAddress,
  OnDayQuery,
  type PageOf,
  pageOf,
  PageQuery,
  VillageAddress,
} from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { ChargesService } from './charges.service';
import { CostChangesService } from './cost-changes.service';
import { CostChangeEntryForm, CostContractEntryForm, CostWaiverForm } from './cost-contracts.forms';
import { type DeductionContract, DeductionContractsService } from './deduction-contracts.service';

/** Contracts by which necessary costs are charged. */
@ApiRoom('deductions')
@Controller('api/villages/:collectiveId/deduction-contracts')
export class CostContractsController {
  constructor(
    private readonly contracts: DeductionContractsService,
    private readonly charges: ChargesService,
    private readonly changes: CostChangesService,
    private readonly clock: Clock,
  ) {}

  /** The contracts in force on a day. */
  @Get()
  async list(
    @Param() { collectiveId }: VillageAddress,
    @Query() query: OnDayQuery,
  ): Promise<PageOf<DeductionContract>> {
    const day = query.on ?? this.clock.today();
    return pageOf(await this.contracts.listContracts(collectiveId, day), query);
  }

  /** Keeps a contract as it was signed. */
  @Post()
  add(
    @Param() { collectiveId }: VillageAddress,
    @Body() form: CostContractEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.contracts.addContract(collectiveId, form, command);
  }

  /** Every period of a contract that has begun, with what it asks for and what is booked of it. */
  @Get(':id/charges')
  async listCharges(
    @Param() { collectiveId, id }: ItemAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<CostDue>> {
    const contract = await this.contracts.requireContract(collectiveId, id);
    return pageOf(await this.charges.listDues(collectiveId, { contract, upTo: this.clock.today() }), query);
  }

  /** Keeps what changes a contract, on days that are not charged. */
  @Post(':id/changes')
  change(
    @Param() { collectiveId, id: contractId }: ItemAddress,
    @Body() form: CostChangeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.changes.changeContract(collectiveId, { contractId, form }, command);
  }

  /** Keeps why a period goes without its charge: no month waits for it any more. */
  @Post(':id/waivers')
  waive(
    @Param() { collectiveId, id: contractId }: ItemAddress,
    @Body() { coversFrom: from, reason }: CostWaiverForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.changes.waiveCharge(collectiveId, { contractId, from, reason }, command);
  }
}
