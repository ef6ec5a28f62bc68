import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { OpeningLine } from '../../domain/months/opening';
import type { AssetReconciliation } from '../../domain/months/opening-checks';
import type { Command } from '../../platform/audit/command';
import { ApiRoom, type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { type FileCommand, GivenCommand, GivenFile } from '../../platform/http/given-command';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import type { BookedEntry } from '../ledger/ledger.service';
import { OpeningReplaceForm, OpeningUploadForm } from './months.forms';
import { OpeningReplacementService } from './opening-replacement.service';
import { OpeningService } from './opening.service';

/** What was read of a table of opening balances; its lines, assets and problems are lists of their own. */
interface OpeningPreview {
  readonly fileName: string;
  readonly openedOn: string;
  readonly lines: number;
  readonly assets: number;
  /** Nothing is booked while there is one. */
  readonly problems: number;
}

/** The balances the books begin with: a table sent in, looked at, booked as the first voucher. */
@ApiRoom('opening')
@Controller('api/villages/:collectiveId/opening-previews')
export class OpeningController {
  constructor(
    private readonly openings: OpeningService,
    private readonly replacements: OpeningReplacementService,
  ) {}

  /** Keeps a table for a day: a `file` of a multipart form, or rows `pasted`. Nothing is booked yet. */
  @Post()
  @TakesUpload()
  @ApiConsumes('application/json', 'multipart/form-data')
  async upload(
    @Param() at: VillageAddress,
    @Body() { pasted }: OpeningUploadForm,
    @GivenFile() { command, upload }: FileCommand,
  ): Promise<{ id: string }> {
    return { id: await this.replacements.upload(at.collectiveId, givenTable(upload, pasted), command) };
  }

  /** What was read of a kept table. */
  @Get(':id')
  async show(@Param() at: ItemAddress): Promise<OpeningPreview> {
    const read = await this.openings.read(at.collectiveId, at.id);
    const { fileName, openedOn, lines, assets, problems } = read;
    return { fileName, openedOn, lines: lines.length, assets: assets.length, problems: problems.length };
  }

  /** The balances as they were read; a credit stands below zero. */
  @Get(':id/lines')
  async lines(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<OpeningLine>> {
    return pageOf((await this.openings.read(at.collectiveId, at.id)).lines, query);
  }

  /** The register of assets beside the table. */
  @Get(':id/assets')
  async assets(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<AssetReconciliation>> {
    return pageOf((await this.openings.read(at.collectiveId, at.id)).assets, query);
  }

  /** Everything that is wrong with it, each with its cell. */
  @Get(':id/problems')
  async problems(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<ToldProblem>> {
    return pageOf(toldProblems((await this.openings.read(at.collectiveId, at.id)).problems), query);
  }

  /** Books the table as the opening voucher; refused with everything that is wrong with it. */
  @Post(':id/confirm')
  @HttpCode(200)
  confirm(@Param() at: ItemAddress, @GivenCommand() command: Command): Promise<BookedEntry> {
    return this.openings.confirm(at.collectiveId, at.id, command);
  }

  /** Takes the opening that is booked back and books the table in its place, while nothing rests on it. */
  @Post(':id/replace')
  @HttpCode(200)
  replace(
    @Param() at: ItemAddress,
    @Body() { reason }: OpeningReplaceForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.replacements.replace(at.collectiveId, { previewId: at.id, reason }, command);
  }
}
