import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { ItemAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import type { FormState } from '../../platform/views/error-summary';
import { MeterPreviewPage, MeterUploadPage } from './meter-import.pages';
import { MeterImportService, type ToldOfMeter } from './meter-import.service';
import { MeterImportViewService, meterImportPaths } from './meter-import-view.service';
import { KeptMeterAddress, MeterTableForm, MeterTableQuery, MeterUploadForm } from './reconciliation.forms';

/** The pages on which what a portal exports is looked at and taken over. */
@ApiExcludeController()
@Controller('villages/:collectiveId/reconciliation/:id/import')
export class MeterImportPagesController {
  constructor(
    private readonly view: MeterImportViewService,
    private readonly imports: MeterImportService,
  ) {}

  @Get()
  @HtmlPage()
  choose(@Param() at: ItemAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawUpload(visit, at);
  }

  @Post()
  @TakesUpload()
  @HtmlPage()
  upload(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: assetId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { pasted } = await readForm(MeterUploadForm, post.body);
        const table = givenTable(post.upload, pasted);
        const keptId = await this.imports.keep({ collectiveId, assetId }, table, post.command);
        return { next: meterImportPaths(at).kept(keptId), said: 'fileKept' };
      },
      showAgain: (refused) => this.drawUpload(post, at, refusedForm(refused)),
    });
  }

  @Get(':keptId')
  @HtmlPage()
  preview(
    @Param() at: KeptMeterAddress,
    @Query() { unit = '' }: MeterTableQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.drawPreview(visit, at, { told: { meterSource: 'inverter', unit } });
  }

  @Post(':keptId')
  @HtmlPage()
  takeOver(
    @Param() at: KeptMeterAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId, id: assetId, keptId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const told = await readForm(MeterTableForm, post.body);
        const kept = await this.imports.requireKept(collectiveId, keptId);
        await this.imports.importKwh({ collectiveId, assetId }, { kept, told }, post.command);
        return { next: withQuery(meterImportPaths(at).back, { asset: assetId }), said: 'meterKwhImported' };
      },
      showAgain: async (refused) => {
        const told = await readForm(MeterTableForm, post.body);
        return this.drawPreview(post, at, { told, refused: refusedForm(refused) });
      },
    });
  }

  private async drawUpload(visit: PageVisit, at: ItemAddress, form?: FormState): Promise<string> {
    const props = await this.view.uploadPage(visit, at, form);
    return officePage(visit, 'meterImport', h(MeterUploadPage, props));
  }

  private async drawPreview(
    visit: PageVisit,
    at: KeptMeterAddress,
    typed: { readonly told: ToldOfMeter; readonly refused?: FormState },
  ): Promise<string> {
    const props = await this.view.previewPage(visit, at, typed);
    return officePage(visit, 'meterImport', h(MeterPreviewPage, props));
  }
}
