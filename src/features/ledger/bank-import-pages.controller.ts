import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import type { FormState } from '../../platform/views/error-summary';
import { PreviewQuery, StatementEntryForm, StatementUploadForm } from './bank.forms';
import { BankImportService } from './bank-import.service';
import { StatementPreviewPage, StatementUploadPage } from './bank-import.pages';
import { BankImportViewService, type KeptPlace } from './bank-import-view.service';
import type { BankPlace } from './bank-matched';
import { BankStatementFilesService } from './bank-statement-files.service';
import { bankPaths } from './bank-paths';

/** The pages on which a statement of the bank is looked at and taken over. */
@ApiExcludeController()
@Controller('villages/:collectiveId/bank/:accountId/import')
export class BankImportPagesController {
  constructor(
    private readonly view: BankImportViewService,
    private readonly imports: BankImportService,
    private readonly files: BankStatementFilesService,
  ) {}

  @Get()
  @HtmlPage()
  choose(@Param() at: BankPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawUpload(visit, at);
  }

  @Post()
  @TakesUpload()
  @HtmlPage()
  upload(@Param() at: BankPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { pasted } = await readForm(StatementUploadForm, post.body);
        const given = givenTable(reply.request.upload, pasted);
        const keptId = await this.files.keep(at.collectiveId, given, post.command);
        return { next: bankPaths(at.collectiveId, at.accountId).preview(keptId), said: 'fileKept' };
      },
      showAgain: (refused) => this.drawUpload(post, at, refusedForm(refused)),
    });
  }

  @Get(':keptId')
  @HtmlPage()
  preview(
    @Param() at: KeptPlace,
    @Query() { layout }: PreviewQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.drawPreview(visit, at, { layout });
  }

  @Post(':keptId')
  @HtmlPage()
  takeOver(@Param() at: KeptPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, accountId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const told = await readForm(StatementEntryForm, post.body);
        const form = await this.files.formOf(collectiveId, at.keptId, told);
        await this.imports.importStatement({ collectiveId, accountId }, form, post.command);
        return { next: bankPaths(collectiveId, accountId).matching, said: 'statementImported' };
      },
      showAgain: (refused) => this.drawPreview(post, at, { refused: refusedForm(refused) }),
    });
  }

  private async drawUpload(visit: PageVisit, at: BankPlace, form?: FormState): Promise<string> {
    return officePage(
      visit,
      'bankImport',
      h(StatementUploadPage, await this.view.uploadPage(visit, at, form)),
    );
  }

  private async drawPreview(
    visit: PageVisit,
    at: KeptPlace,
    typed: Parameters<BankImportViewService['previewPage']>[2],
  ): Promise<string> {
    const props = await this.view.previewPage(visit, at, typed);
    return officePage(visit, 'bankImport', h(StatementPreviewPage, props));
  }
}
