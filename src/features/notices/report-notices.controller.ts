import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { PublishedNotice } from './notice-register.service';
import { ReportNoticesService } from './report-notices.service';
import { NoticeWithdrawalForm, ReportPublishForm } from './report-sheets.forms';

/** The sheets that are no plan's. */
@ApiRoom('notices')
@Controller('api/villages/:collectiveId/notices')
export class ReportNoticesController {
  constructor(private readonly reports: ReportNoticesService) {}

  /** Publishes a sheet about some days: numbered, its facts fixed by a digest, open to everyone. */
  @Post('reports')
  publish(
    @Param() at: VillageAddress,
    @Body() form: ReportPublishForm,
    @GivenCommand() command: Command,
  ): Promise<PublishedNotice> {
    return this.reports.publishReport(at.collectiveId, form, command);
  }

  /** Takes such a sheet back: its code answers that it is withdrawn, and why. */
  @Post(':id/withdrawal')
  withdraw(
    @Param() at: ItemAddress,
    @Body() form: NoticeWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly noticeId: string }> {
    return this.reports.withdraw(at, form, command);
  }
}
