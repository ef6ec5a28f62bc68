import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { type FileCommand, GivenCommand, GivenFile } from '../../platform/http/given-command';
import { requireUploadedFile, TakesUpload } from '../../platform/http/uploads';
import { DisplayAddress, NoticeDisplayForm, NoticeTakedownForm } from './displays.forms';
import { type DisplayedStanding, DisplaysService } from './displays.service';
import { StandingSheetsService } from './standing-sheets.service';

/** When and where a sheet hung, with its photos. */
@ApiRoom('notices')
@Controller('api/villages/:collectiveId/notices/:id/displays')
export class DisplaysController {
  constructor(
    private readonly displays: DisplaysService,
    private readonly clock: Clock,
    private readonly sheets: StandingSheetsService,
  ) {}

  /** Where its days stand today, and each time it was put up. */
  @Get()
  standing(@Param() at: ItemAddress): Promise<DisplayedStanding> {
    return this.displays.publicityStanding(at, this.clock.today());
  }

  /** It was put up: a multipart form with its photo as `file`. Its days begin anew. */
  @Post()
  @TakesUpload()
  @ApiConsumes('multipart/form-data')
  async putUp(
    @Param() at: ItemAddress,
    @Body() form: NoticeDisplayForm,
    @GivenFile() { command, upload }: FileCommand,
  ): Promise<{ readonly displayNumber: number }> {
    await this.sheets.requireStanding(at);
    const file = await requireUploadedFile(upload);
    return this.displays.putUp(at, { file, form }, command);
  }

  /** It was taken down. */
  @Post(':displayNumber/takedown')
  takeDown(
    @Param() at: DisplayAddress,
    @Body() form: NoticeTakedownForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly displayNumber: number }> {
    return this.displays.takeDown(at, { displayNumber: Number(at.displayNumber), form }, command);
  }
}
