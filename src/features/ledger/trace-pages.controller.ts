import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { ItemAddress } from '../../platform/http/api.forms';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { pdfFile, workbookFile } from '../../platform/http/sheet-files';
import { TracePage } from './trace.pages';
import { TraceViewService } from './trace-view.service';

/** A voucher's money as page, as PDF and as workbook. */
@ApiExcludeController()
@Controller('villages/:collectiveId/vouchers')
export class TracePagesController {
  constructor(private readonly view: TraceViewService) {}

  @Get(':id/trace')
  @HtmlPage()
  async show(@Param() { collectiveId, id }: ItemAddress, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'trace', h(TracePage, await this.view.pageOf(visit, { collectiveId, id })));
  }

  @Get(':id/trace/sheet.pdf')
  async print(@Param() at: ItemAddress, @Visit() visit: PageVisit): Promise<StreamableFile> {
    return pdfFile(await this.view.sheetOf(visit, at));
  }

  @Get(':id/trace/table.xlsx')
  async export(@Param() at: ItemAddress, @Visit() visit: PageVisit): Promise<StreamableFile> {
    const bytes = await this.view.workbookOf(visit, at);
    return workbookFile(bytes, 'trace');
  }
}
