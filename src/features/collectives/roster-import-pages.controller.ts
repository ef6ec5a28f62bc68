import { Controller, Get, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { ItemAddress, VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { workbookFile } from '../../platform/http/sheet-files';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import type { FormState } from '../../platform/views/error-summary';
import { RosterUploadForm } from './members.forms';
import { RosterPreviewPage, RosterUploadPage } from './roster-import.pages';
import { RosterImportService } from './roster-import.service';
import { RosterImportViewService } from './roster-import-view.service';

/** A table of people: sent in, looked at, entered whole or not at all. */
@ApiExcludeController()
@Controller('villages/:collectiveId/member-import')
export class RosterImportPagesController {
  constructor(
    private readonly imports: RosterImportService,
    private readonly view: RosterImportViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  @TakesUpload()
  upload(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { pasted } = await readForm(RosterUploadForm, post.body);
        const id = await this.imports.upload(collectiveId, givenTable(post.upload, pasted), post.command);
        return { next: `${villagePaths(collectiveId).memberImport}/${id}`, said: 'fileKept' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get('template.xlsx')
  async template(
    @Param() { collectiveId }: VillageAddress,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    return workbookFile(await this.view.template(visit, collectiveId), 'members-template');
  }

  @Get(':id')
  @HtmlPage()
  preview(@Param() at: ItemAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawPreview(visit, at);
  }

  @Post(':id')
  @HtmlPage()
  confirm(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.imports.confirm(at.collectiveId, at.id, post.command);
        return { next: villagePaths(at.collectiveId).members, said: 'rosterTaken' };
      },
      showAgain: (refused) => this.drawPreview(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<string> {
    const props = await this.view.uploadPage(visit, collectiveId, refused);
    return officePage(visit, 'rosterImport', h(RosterUploadPage, props));
  }

  private async drawPreview(visit: PageVisit, at: ItemAddress, refused?: FormState): Promise<string> {
    const props = await this.view.previewPage(visit, at, refused);
    return officePage(visit, 'rosterImport', h(RosterPreviewPage, props));
  }
}
