import { Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { workbookFile } from '../../platform/http/sheet-files';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import type { FormState } from '../../platform/views/error-summary';
import { RegisterConfirmForm, RegisterQuery, RegisterUploadForm } from './assets.forms';
import { RegisterPreviewPage, RegisterUploadPage } from './register.pages';
import { RegisterImportService } from './register-import.service';
import { type RegisterPlace, RegisterViewService } from './register-view.service';

/** The register of a village as a county keeps it: a file that goes out, and one that comes in. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets')
export class RegisterPagesController {
  constructor(
    private readonly imports: RegisterImportService,
    private readonly view: RegisterViewService,
  ) {}

  @Get('register.xlsx')
  async workbook(
    @Param('collectiveId') collectiveId: string,
    @Query() { layout: layoutId, on, left }: RegisterQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    const asked = { collectiveId, layoutId, on, withLeft: left === 'yes' };
    return workbookFile(await this.view.workbook(visit, asked), 'asset-register');
  }

  @Get('import')
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post('import')
  @HtmlPage()
  @TakesUpload()
  upload(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { pasted } = await readForm(RegisterUploadForm, post.body);
        const id = await this.imports.upload(collectiveId, givenTable(post.upload, pasted), post.command);
        return { next: `${villagePaths(collectiveId).assetImport}/${id}`, said: 'fileKept' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get('import/templates/:layoutId/table.xlsx')
  async template(
    @Param() at: { readonly collectiveId: string; readonly layoutId: string },
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    return workbookFile(await this.view.workbook(visit, { ...at, empty: true }), 'asset-register-template');
  }

  @Get('import/:previewId')
  @HtmlPage()
  preview(@Param() at: RegisterPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawPreview(visit, at);
  }

  @Post('import/:previewId')
  @HtmlPage()
  confirm(@Param() at: RegisterPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { importReason } = await readForm(RegisterConfirmForm, post.body);
        await this.imports.confirm(at.collectiveId, { previewId: at.previewId, importReason }, post.command);
        return { next: villagePaths(at.collectiveId).assets, said: 'registerTaken' };
      },
      showAgain: (refused) => this.drawPreview(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<string> {
    const props = await this.view.uploadPage(visit, collectiveId, refused);
    return officePage(visit, 'assetImport', h(RegisterUploadPage, props));
  }

  private async drawPreview(visit: PageVisit, at: RegisterPlace, refused?: FormState): Promise<string> {
    const props = await this.view.previewPage(visit, at, refused);
    return officePage(visit, 'assetImport', h(RegisterPreviewPage, props));
  }
}
