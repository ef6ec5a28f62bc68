import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { ItemAddress } from '../../platform/http/api.forms';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { TracePage } from './trace.pages';
import { TraceViewService } from './trace-view.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
  @Header('content-type', 'application/pdf')
  async print(@Param() at: ItemAddress, @Visit() visit: PageVisit): Promise<StreamableFile> {
    return new StreamableFile(await this.view.sheetOf(visit, at), { type: 'application/pdf' });
  }

  @Get(':id/trace/table.xlsx')
  @Header('content-type', XLSX)
  async export(@Param() at: ItemAddress, @Visit() visit: PageVisit): Promise<StreamableFile> {
    const bytes = await this.view.workbookOf(visit, at);
    return new StreamableFile(bytes, { type: XLSX, disposition: 'attachment; filename="trace.xlsx"' });
  }
}
