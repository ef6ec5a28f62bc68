import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { type ConstructionProject, ConstructionReadService } from './construction-read.service';
import { ProjectActEntryForm, ProjectEntryForm } from './construction.forms';
import { ConstructionService } from './construction.service';

/** Construction in stages. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/construction')
export class ConstructionController {
  constructor(
    private readonly construction: ConstructionService,
    private readonly reading: ConstructionReadService,
  ) {}

  /** Every project with what happened to it, and where it stands. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<ConstructionProject>> {
    return pageOf(await this.reading.listProjects(at.collectiveId), query);
  }

  /** Enters a project with its contract. */
  @Post()
  add(
    @Param() at: VillageAddress,
    @Body() form: ProjectEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.construction.addProject(at.collectiveId, form, command);
  }

  /** Books what happens to a project: its fund, a stage, what was kept back, acceptance. */
  @Post(':id/acts')
  record(
    @Param() at: ItemAddress,
    @Body() form: ProjectActEntryForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.construction.record(at.collectiveId, { projectId: at.id, form }, command);
  }
}
