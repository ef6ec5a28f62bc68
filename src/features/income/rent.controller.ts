import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { RentDueStanding } from '../../domain/income/rent-states';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { type Lease, LeasesService } from '../assets/leases.service';
import type { RecordedIncome } from './income.service';
import { RentAdvancesService } from './rent-advances.service';
import { RentContractsService } from './rent-contracts.service';
import { RentDuesService } from './rent-dues.service';
import { RentReadService } from './rent-read.service';
import { RentDueAddress } from './rent-addresses.forms';
import { AdvanceReturnEntryForm, RentPaymentEntryForm } from './rent-payment.forms';
import {
  LeaseChangeEntryForm,
  LeaseEntryForm,
  RentDueBookingForm,
  RentWaiverForm,
  RentWaiverWithdrawalForm,
  TurnoverEntryForm,
} from './rent.forms';

/** Contracts over assets: what they make due, and what is booked of it. */
@ApiRoom('leases')
@Controller('api/villages/:collectiveId/leases')
export class RentController {
  constructor(
    private readonly leases: LeasesService,
    private readonly contracts: RentContractsService,
    private readonly rents: RentReadService,
    private readonly dues: RentDuesService,
    private readonly advances: RentAdvancesService,
  ) {}

  /** Every contract over an asset as it is now, in the order of entry. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<Lease>> {
    return pageOf(await this.leases.listLeases(at.collectiveId), query);
  }

  /** Keeps a contract as it was signed. */
  @Post()
  add(
    @Param() at: VillageAddress,
    @Body() form: LeaseEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.leases.addLease(at.collectiveId, form, command);
  }

  /** Every due of a contract, with how far it is. */
  @Get(':id/dues')
  async listDues(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<RentDueStanding>> {
    const { dues } = await this.rents.requireStanding(at.collectiveId, { leaseId: at.id });
    return pageOf(dues, query);
  }

  /** Books a due as income, as the contract reckons it. */
  @Post(':id/dues')
  bookDue(
    @Param() at: ItemAddress,
    @Body() form: RentDueBookingForm,
    @GivenCommand() command: Command,
  ): Promise<RecordedIncome> {
    return this.dues.bookDue(at.collectiveId, { leaseId: at.id, from: form.from, form }, command);
  }

  /** Keeps why a due is not booked: no month waits for it any more. */
  @Post(':id/dues/:from/waiver')
  waive(
    @Param() { collectiveId, id: leaseId, from }: RentDueAddress,
    @Body() { reason }: RentWaiverForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.contracts.waiveDue(collectiveId, { leaseId, from, reason }, command);
  }

  /** Keeps why it is owed after all: its month waits for it again. */
  @Post(':id/dues/:from/waiver/withdrawal')
  withdrawWaiver(
    @Param() { collectiveId, id: leaseId, from }: RentDueAddress,
    @Body() { waiverWithdrawn: reason }: RentWaiverWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.contracts.withdrawWaiver(collectiveId, { leaseId, from, reason }, command);
  }

  /** Books what a tenant pays, spread over the years it is for. */
  @Post(':id/payments')
  receive(
    @Param() at: ItemAddress,
    @Body() form: RentPaymentEntryForm,
    @GivenCommand() command: Command,
  ): Promise<RecordedIncome> {
    return this.dues.receivePayment(at.collectiveId, { leaseId: at.id, form }, command);
  }

  /** Gives back what was kept ahead and no due takes any more. */
  @Post(':id/advance')
  giveBack(
    @Param() at: ItemAddress,
    @Body() form: AdvanceReturnEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ voucher: BookedEntry }> {
    return this.advances.giveBack(at.collectiveId, { leaseId: at.id, form }, command);
  }

  /** Changes, ends or renews a contract, on days that are not booked. */
  @Post(':id/changes')
  change(
    @Param() at: ItemAddress,
    @Body() form: LeaseChangeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.contracts.changeLease(at.collectiveId, { leaseId: at.id, form }, command);
  }

  /** Keeps the tenant's turnover of a payment. */
  @Post(':id/turnovers')
  report(
    @Param() at: ItemAddress,
    @Body() form: TurnoverEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.contracts.reportTurnover(at.collectiveId, { leaseId: at.id, form }, command);
  }
}
