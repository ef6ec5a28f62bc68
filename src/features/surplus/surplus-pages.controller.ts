import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { pdfFile, workbookFile } from '../../platform/http/sheet-files';
import { SurplusPage } from './surplus.pages';
import { SpanQuery } from './surplus.queries';
import { SurplusSheetService } from './surplus-sheet.service';
import { SurplusViewService } from './surplus-view.service';

/** A pool's surplus as page, as PDF and as workbook. */
@ApiExcludeController()
@Controller('villages/:collectiveId/surplus')
export class SurplusPagesController {
  constructor(
    private readonly view: SurplusViewService,
    private readonly sheets: SurplusSheetService,
  ) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('collectiveId') collectiveId: string,
    @Query() { pool = 'pv', from, to }: SpanQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.pageOf(visit, { collectiveId, pool, from, to });
    return officePage(visit, 'surplus', h(SurplusPage, props));
  }

  @Get('sheet.pdf')
  async print(
    @Param('collectiveId') collectiveId: string,
    @Query() { pool = 'pv', from, to }: SpanQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    return pdfFile(await this.sheets.sheetOf(visit, { collectiveId, pool, from, to }));
  }

  @Get('table.xlsx')
  async export(
    @Param('collectiveId') collectiveId: string,
    @Query() { pool = 'pv', from, to }: SpanQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    return workbookFile(await this.sheets.workbookOf(visit, { collectiveId, pool, from, to }), 'surplus');
  }
}
