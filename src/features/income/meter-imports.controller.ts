import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { Command } from '../../platform/audit/command';
import { ApiRoom, type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf } from '../../platform/http/api.forms';
import { type FileCommand, GivenCommand, GivenFile } from '../../platform/http/given-command';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import { MeterImportService } from './meter-import.service';
import { KeptMeterAddress, MeterTableForm, MeterTableQuery, MeterUploadForm } from './reconciliation.forms';

/** Tables of an inverter's or a meter's portal: sent in, looked at, taken over. */
@ApiRoom('income')
@Controller('api/villages/:collectiveId/assets/:id/meter-previews')
export class MeterImportsController {
  constructor(private readonly imports: MeterImportService) {}

  /** Keeps a table for a day: a `file` of a multipart form, or rows `pasted`. */
  @Post()
  @TakesUpload()
  @ApiConsumes('application/json', 'multipart/form-data')
  async upload(
    @Param() { collectiveId, id: assetId }: ItemAddress,
    @Body() { pasted }: MeterUploadForm,
    @GivenFile() { command, upload }: FileCommand,
  ): Promise<{ id: string }> {
    return { id: await this.imports.keep({ collectiveId, assetId }, givenTable(upload, pasted), command) };
  }

  /** Everything that is wrong with it, each with its cell; nothing where it may be taken over. */
  @Get(':keptId')
  async problems(
    @Param() { collectiveId, id: assetId, keptId }: KeptMeterAddress,
    @Query() query: MeterTableQuery,
  ): Promise<PageOf<ToldProblem>> {
    const kept = await this.imports.requireKept(collectiveId, keptId);
    const told = { meterSource: '', unit: query.unit ?? '' };
    const { problems } = await this.imports.preview({ collectiveId, assetId }, kept, told);
    return pageOf(toldProblems(problems), query);
  }

  /** Keeps every row of it that is new, or none. */
  @Post(':keptId/import')
  @HttpCode(201)
  async takeOver(
    @Param() { collectiveId, id: assetId, keptId }: KeptMeterAddress,
    @Body() told: MeterTableForm,
    @GivenCommand() command: Command,
  ): Promise<{ lines: number }> {
    const kept = await this.imports.requireKept(collectiveId, keptId);
    return this.imports.importKwh({ collectiveId, assetId }, { kept, told }, command);
  }
}
