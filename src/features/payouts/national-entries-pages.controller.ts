import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { NationalEntriesPage } from './national-entries.pages';
import { NationalEntriesService } from './national-entries.service';
import { NationalEntriesViewService } from './national-entries-view.service';
import { NationalFileQuery, NationalNoteForm } from './national-entries.forms';
import { NationalTableService } from './national-table.service';

/** What was paid beside what was entered in the national system. */
@ApiExcludeController()
@Controller('villages/:collectiveId/national-entries')
export class NationalEntriesPagesController {
  constructor(
    private readonly view: NationalEntriesViewService,
    private readonly entries: NationalEntriesService,
    private readonly table: NationalTableService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  note(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { listId, ...form } = await readForm(NationalNoteForm, post.body);
        await this.entries.note(collectiveId, { listId, form }, post.command);
        return { next: villagePaths(collectiveId).nationalEntries, said: 'nationalNoted' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get('file')
  async file(
    @Param() { collectiveId }: VillageAddress,
    @Query() { list: listId, from, to, form }: NationalFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.table.file(collectiveId, { listId, from, to }, form);
    await reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('x-content-type-options', 'nosniff')
      .type(file.mediaType)
      .send(file.bytes);
  }

  private async draw(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<string> {
    const props = await this.view.page(visit, collectiveId, refused);
    return officePage(visit, 'nationalEntries', h(NationalEntriesPage, props));
  }
}
