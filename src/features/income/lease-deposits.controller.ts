import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { DepositEntryForm } from './lease-deposit.forms';
import { LeaseDepositsService } from './lease-deposits.service';

/** Deposits of contracts over assets. */
@ApiRoom('leases')
@Controller('api/villages/:collectiveId/leases/:id/deposit')
export class LeaseDepositsController {
  constructor(private readonly deposits: LeaseDepositsService) {}

  /** Books that a deposit came, went back, or is kept against what the tenant owes. */
  @Post()
  book(
    @Param() at: ItemAddress,
    @Body() form: DepositEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ voucher: BookedEntry }> {
    return this.deposits.book(at.collectiveId, { leaseId: at.id, form }, command);
  }
}
