import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { KeptFile } from '../../domain/assets/kept-file';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { type FileCommand, GivenCommand, GivenFile } from '../../platform/http/given-command';
import { requireUploadedFile, TakesUpload } from '../../platform/http/uploads';
import { AssetFileForm, FileOwnerAddress, FileWithdrawalForm } from './asset-files.forms';
import { AssetFilesService } from './asset-files.service';
import { FileWithdrawalsService } from './file-withdrawals.service';

/** Photos and papers of an asset, a contract or what happened. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/files/:ownerKind/:ownerId')
export class AssetFilesController {
  constructor(
    private readonly files: AssetFilesService,
    private readonly withdrawals: FileWithdrawalsService,
  ) {}

  /** The files that stand, the latest day first; their bytes are named by their SHA-256. */
  @Get()
  async list(@Param() at: FileOwnerAddress, @Query() query: PageQuery): Promise<PageOf<KeptFile>> {
    await this.files.requireOwner(at);
    return pageOf((await this.files.listFiles(at)).standing, query);
  }

  /** Keeps the `file` of a multipart form: a JPEG, PNG or WebP without its camera's data, or a PDF. */
  @Post()
  @TakesUpload()
  @ApiConsumes('multipart/form-data')
  async add(
    @Param() at: FileOwnerAddress,
    @Body() form: AssetFileForm,
    @GivenFile() { command, upload }: FileCommand,
  ): Promise<{ id: string }> {
    const file = await requireUploadedFile(upload);
    return this.files.keep(at, { file, form }, command);
  }

  /** Takes a file away, with the reason; its row stays. */
  @Post('withdrawals')
  withdraw(
    @Param() at: FileOwnerAddress,
    @Body() { fileId, withdrawalReason: reason }: FileWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.withdrawals.withdraw(at, { fileId, reason }, command);
  }
}
