import { Controller, Get, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { pdfFile, workbookFile } from '../../platform/http/sheet-files';
import { renderTableSheet } from '../../platform/pdf/table-sheet';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import { HandoverEntryForm } from './handover.forms';
import { HandoverFormPage } from './handover-form.pages';
import { HandoverListPage, HandoverPage } from './handover.pages';
import { type HandoverPlace, HandoverViewService } from './handover-view.service';
import { HandoversService } from './handovers.service';

/** The pages of handovers: when an officer changes, and afterwards. */
@ApiExcludeController()
@Controller('villages/:collectiveId/handovers')
export class HandoverPagesController {
  constructor(
    private readonly handovers: HandoversService,
    private readonly view: HandoverViewService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.listPage(visit, collectiveId);
    return officePage(visit, 'handovers', h(HandoverListPage, props));
  }

  @Get('new')
  @HtmlPage()
  async write(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.formPage(visit, collectiveId);
    return officePage(visit, 'handovers', h(HandoverFormPage, props));
  }

  @Post('new')
  @HtmlPage()
  record(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(HandoverEntryForm, post.body);
        const { id } = await this.handovers.record(collectiveId, form, post.command);
        return { next: `${villagePaths(collectiveId).handovers}/${id}`, said: 'handoverKept' };
      },
      showAgain: async (refused) => {
        const props = await this.view.formPage(post, collectiveId, refusedForm(refused));
        return officePage(post, 'handovers', h(HandoverFormPage, props));
      },
    });
  }

  @Get(':id')
  @HtmlPage()
  async show(@Param() at: HandoverPlace, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'handovers', h(HandoverPage, await this.view.handoverPage(visit, at)));
  }

  @Get(':id/sheet.pdf')
  async sheet(@Param() at: HandoverPlace): Promise<StreamableFile> {
    return pdfFile(await renderTableSheet(await this.view.sheetOf(at), this.drawn()));
  }

  @Get(':id/sheet.xlsx')
  async workbook(@Param() at: HandoverPlace): Promise<StreamableFile> {
    return workbookFile(await writeWorkbook(await this.view.sheetOf(at), this.drawn()), 'handover');
  }

  private drawn(): { readonly specimen: boolean; readonly drawnAt: Date } {
    return { specimen: this.configuration.demo, drawnAt: new Date(this.clock.now()) };
  }
}
