import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { NamedElsewhere } from '../../domain/assets/register-owner';
import type { Command } from '../../platform/audit/command';
import { ApiRoom, type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { type FileCommand, GivenCommand, GivenFile } from '../../platform/http/given-command';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import { RegisterConfirmForm, RegisterUploadForm } from './assets.forms';
import { RegisterImportService, type RegisterTaken } from './register-import.service';

/** What was read of a county's register; its problems are a list of their own. */
interface RegisterPreview {
  readonly fileName: string;
  /** Assets that will be entered, and those that stand in the register already, word for word. */
  readonly assets: number;
  readonly standing: number;
  /** Nothing is entered while there is one. */
  readonly problems: number;
  /** Headings of columns that nothing was read from. */
  readonly unread: readonly string[];
  /** What names another village of the county: `importReason` says why it is this one's all the same. */
  readonly elsewhere: readonly NamedElsewhere[];
}

/** A county's register of assets: a table sent in, looked at, entered whole or not at all. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/asset-imports')
export class RegisterController {
  constructor(private readonly imports: RegisterImportService) {}

  /** Keeps a table for a day: a `file` of a multipart form, or rows `pasted`. Nothing is entered yet. */
  @Post()
  @TakesUpload()
  @ApiConsumes('application/json', 'multipart/form-data')
  async upload(
    @Param() at: VillageAddress,
    @Body() { pasted }: RegisterUploadForm,
    @GivenFile() { command, upload }: FileCommand,
  ): Promise<{ id: string }> {
    return { id: await this.imports.upload(at.collectiveId, givenTable(upload, pasted), command) };
  }

  /** What was read of a kept table. */
  @Get(':id')
  async show(@Param() at: ItemAddress): Promise<RegisterPreview> {
    const read = await this.imports.read(at.collectiveId, at.id);
    const { fileName, items, standing, problems, unread, elsewhere } = read;
    return { fileName, assets: items.length, standing, problems: problems.length, unread, elsewhere };
  }

  /** Everything that is wrong with it, each with its cell. */
  @Get(':id/problems')
  async problems(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<ToldProblem>> {
    return pageOf(toldProblems((await this.imports.read(at.collectiveId, at.id)).problems), query);
  }

  /** Enters every asset that is not there yet; refused with everything that is wrong with the table. */
  @Post(':id/confirm')
  @HttpCode(200)
  confirm(
    @Param() { collectiveId, id: previewId }: ItemAddress,
    @Body() { importReason }: RegisterConfirmForm,
    @GivenCommand() command: Command,
  ): Promise<RegisterTaken> {
    return this.imports.confirm(collectiveId, { previewId, importReason }, command);
  }
}
