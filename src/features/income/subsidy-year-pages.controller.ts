import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { pdfFile, workbookFile } from '../../platform/http/sheet-files';
import { SubsidyYearQuery } from './income.queries';
import { SubsidyYearPage } from './subsidy-year.pages';
import { SubsidyYearViewService } from './subsidy-year-view.service';

/** A year's subsidy as page, as PDF and as workbook. */
@ApiExcludeController()
@Controller('villages/:collectiveId/subsidy')
export class SubsidyYearPagesController {
  constructor(private readonly view: SubsidyYearViewService) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('collectiveId') collectiveId: string,
    @Query() { year }: SubsidyYearQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.pageOf(visit, { collectiveId, year });
    return officePage(visit, 'subsidyYear', h(SubsidyYearPage, props));
  }

  @Get('sheet.pdf')
  async print(
    @Param('collectiveId') collectiveId: string,
    @Query() { year }: SubsidyYearQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    return pdfFile(await this.view.sheetOf(visit, { collectiveId, year }));
  }

  @Get('table.xlsx')
  async export(
    @Param('collectiveId') collectiveId: string,
    @Query() { year }: SubsidyYearQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    return workbookFile(await this.view.workbookOf(visit, { collectiveId, year }), 'subsidy-year');
  }
}
