import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { LinkageReportAddress, LinkageReportEntryForm, ReportWithdrawalForm } from './linkage.forms';
import { LinkageService } from './linkage.service';

/** What tenants gave of the work and the wages that they promised; the list of contracts tells it. */
@ApiRoom('leases')
@Controller('api/villages/:collectiveId/leases/:id/reports')
export class LinkageController {
  constructor(private readonly linkage: LinkageService) {}

  /** Keeps what a tenant gave in some days. */
  @Post()
  report(
    @Param() at: ItemAddress,
    @Body() form: LinkageReportEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ reportNumber: number }> {
    return this.linkage.report(at.collectiveId, { leaseId: at.id, form }, command);
  }

  /** Keeps that a report was typed wrongly. */
  @Post(':reportNumber/withdrawal')
  withdraw(
    @Param() { collectiveId, id: leaseId, reportNumber }: LinkageReportAddress,
    @Body() { withdrawalReason: reason }: ReportWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ reportNumber: number }> {
    const asked = { leaseId, reportNumber: Number(reportNumber), reason };
    return this.linkage.withdraw(collectiveId, asked, command);
  }
}
