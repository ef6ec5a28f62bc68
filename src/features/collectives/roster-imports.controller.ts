import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { Command } from '../../platform/audit/command';
import { ApiRoom, type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { type FileCommand, GivenCommand, GivenFile } from '../../platform/http/given-command';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import { RosterUploadForm } from './members.forms';
import { RosterImportService, type RosterTaken } from './roster-import.service';

/** What was read of a table of people; its problems are a list of their own. */
interface RosterPreview {
  readonly fileName: string;
  /** Households that will begin, people that will be entered, and those who are on the list already. */
  readonly households: number;
  readonly people: number;
  readonly standing: number;
  /** Nothing is entered while there is one. */
  readonly problems: number;
}

/** A table of people: sent in, looked at, entered whole or not at all. It is kept sealed. */
@ApiRoom('collectives')
@Controller('api/villages/:collectiveId/member-imports')
export class RosterImportsController {
  constructor(private readonly imports: RosterImportService) {}

  /** Keeps a table for a day: a `file` of a multipart form, or rows `pasted`. Nothing is entered yet. */
  @Post()
  @TakesUpload()
  @ApiConsumes('application/json', 'multipart/form-data')
  async upload(
    @Param() at: VillageAddress,
    @Body() { pasted }: RosterUploadForm,
    @GivenFile() { command, upload }: FileCommand,
  ): Promise<{ id: string }> {
    return { id: await this.imports.upload(at.collectiveId, givenTable(upload, pasted), command) };
  }

  /** What was read of a kept table. */
  @Get(':id')
  async show(@Param() at: ItemAddress): Promise<RosterPreview> {
    const { fileName, households, standing, problems } = await this.imports.read(at.collectiveId, at.id);
    const people = households.reduce((sum, each) => sum + each.people.length, 0);
    const begun = households.filter(({ standingId }) => standingId === undefined).length;
    return { fileName, households: begun, people, standing, problems: problems.length };
  }

  /** Everything that is wrong with it, each with its cell; no number of anybody is repeated. */
  @Get(':id/problems')
  async problems(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<ToldProblem>> {
    return pageOf(toldProblems((await this.imports.read(at.collectiveId, at.id)).problems), query);
  }

  /** Enters everybody who is not on the list yet; refused with everything that is wrong with the table. */
  @Post(':id/confirm')
  @HttpCode(200)
  confirm(@Param() at: ItemAddress, @GivenCommand() command: Command): Promise<RosterTaken> {
    return this.imports.confirm(at.collectiveId, at.id, command);
  }
}
