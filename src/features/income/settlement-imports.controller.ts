import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { Command } from '../../platform/audit/command';
import { ApiRoom, type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import { type FileCommand, GivenCommand, GivenFile } from '../../platform/http/given-command';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import { SettlementFilesService } from './settlement-files.service';
import { KeptSlipsAddress, SlipsQuery, SlipsUploadForm, SlipTableForm } from './settlement-import.forms';
import { type ImportedSlips, SettlementImportService, type SlipsPreview } from './settlement-import.service';

/** What taking a kept table of slips over would do; its problems are a list of their own. */
interface SlipsView {
  readonly layout: string | undefined;
  readonly slips: number;
  /** Slips that are there already: they are not entered twice. */
  readonly known: number;
  readonly problems: number;
}

/** Tables of settlement slips: sent in, looked at, taken over. */
@ApiRoom('income')
@Controller('api/villages/:collectiveId')
export class SettlementImportsController {
  constructor(
    private readonly files: SettlementFilesService,
    private readonly imports: SettlementImportService,
  ) {}

  /** Keeps a table of slips for a day: a `file` of a multipart form, or rows `pasted`. */
  @Post('settlement-previews')
  @TakesUpload()
  @ApiConsumes('application/json', 'multipart/form-data')
  async upload(
    @Param() at: VillageAddress,
    @Body() { pasted }: SlipsUploadForm,
    @GivenFile() { command, upload }: FileCommand,
  ): Promise<{ id: string }> {
    return { id: await this.files.keep(at.collectiveId, givenTable(upload, pasted), command) };
  }

  /** What taking it over would do. */
  @Get('settlement-previews/:keptId')
  async show(@Param() at: KeptSlipsAddress, @Query() query: SlipsQuery): Promise<SlipsView> {
    const { layout, slips, problems } = await this.previewOf(at, query);
    const known = slips.filter(({ isKnown }) => isKnown).length;
    return { layout: layout?.id, slips: slips.length, known, problems: problems.length };
  }

  /** Everything that is wrong with it, each with its cell. */
  @Get('settlement-previews/:keptId/problems')
  async problems(@Param() at: KeptSlipsAddress, @Query() query: SlipsQuery): Promise<PageOf<ToldProblem>> {
    return pageOf(toldProblems((await this.previewOf(at, query)).problems), query);
  }

  /** Enters every slip of it, or none. */
  @Post('settlement-previews/:keptId/import')
  @HttpCode(201)
  async takeOver(
    @Param() at: KeptSlipsAddress,
    @Body() told: SlipTableForm,
    @GivenCommand() command: Command,
  ): Promise<ImportedSlips> {
    const kept = await this.files.requireKept(at.collectiveId, at.keptId);
    return this.imports.importSlips(at.collectiveId, { kept, told }, command);
  }

  private async previewOf(at: KeptSlipsAddress, query: SlipsQuery): Promise<SlipsPreview> {
    const kept = await this.files.requireKept(at.collectiveId, at.keptId);
    const { layout = '', unit = '', year = '', month = '', others = '' } = query;
    const told = { layout, unit, year, month, postedOn: '', reason: '', stations: {}, others };
    return this.imports.preview(at.collectiveId, kept, { told });
  }
}
