import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readFormBody } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import {
  Asked,
  carryOut,
  type PagePost,
  type PageQuestion,
  type PageVisit,
  Posted,
  Visit,
} from '../../platform/http/page-visit';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import type { FormState } from '../../platform/views/error-summary';
import { SettlementFilesService } from './settlement-files.service';
import { KeptSlipsAddress, SlipsUploadForm, SlipTableForm } from './settlement-import.forms';
import { SlipsPreviewPage, SlipsUploadPage } from './settlement-import.pages';
import { SettlementImportService } from './settlement-import.service';
import { SettlementImportViewService, slipImportPaths } from './settlement-import-view.service';

/** The pages on which a table of settlement slips is looked at and taken over. */
@ApiExcludeController()
@Controller('villages/:collectiveId/settlements/import')
export class SettlementImportPagesController {
  constructor(
    private readonly view: SettlementImportViewService,
    private readonly imports: SettlementImportService,
    private readonly files: SettlementFilesService,
  ) {}

  @Get()
  @HtmlPage()
  choose(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawUpload(visit, collectiveId);
  }

  @Post()
  @TakesUpload()
  @HtmlPage()
  upload(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { pasted } = await readForm(SlipsUploadForm, post.body);
        const keptId = await this.files.keep(collectiveId, givenTable(post.upload, pasted), post.command);
        return { next: slipImportPaths(collectiveId).kept(keptId), said: 'fileKept' };
      },
      showAgain: (refused) => this.drawUpload(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':keptId')
  @HtmlPage()
  async preview(@Param() at: KeptSlipsAddress, @Asked() question: PageQuestion): Promise<string> {
    const told = await readForm(SlipTableForm, readFormBody(addressOf(question)));
    return this.drawPreview(question, at, { told });
  }

  @Post(':keptId')
  @HtmlPage()
  takeOver(
    @Param() at: KeptSlipsAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId, keptId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const told = await readForm(SlipTableForm, post.body);
        const kept = await this.files.requireKept(collectiveId, keptId);
        const { waiting } = await this.imports.importSlips(collectiveId, { kept, told }, post.command);
        const [first] = waiting;
        const paths = villagePaths(collectiveId);
        if (first !== undefined) return { next: paths.keptSlip(first), said: 'keptSlipsWait' };
        return { next: paths.home, said: 'slipsImported' };
      },
      showAgain: async (refused) => {
        const told = await readForm(SlipTableForm, post.body);
        return this.drawPreview(post, at, { told, refused: refusedForm(refused) });
      },
    });
  }

  private async drawUpload(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.uploadPage(visit, collectiveId, form);
    return officePage(visit, 'slipImport', h(SlipsUploadPage, props));
  }

  private async drawPreview(
    visit: PageVisit,
    at: KeptSlipsAddress,
    typed: Parameters<SettlementImportViewService['previewPage']>[2],
  ): Promise<string> {
    const props = await this.view.previewPage(visit, at, typed);
    return officePage(visit, 'slipImport', h(SlipsPreviewPage, props));
  }
}

/** The form in the address, whose boxes for stations are nested as in a posted one. */
function addressOf({ query }: PageQuestion): string {
  const typed = Object.entries(query).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return new URLSearchParams(typed).toString();
}
