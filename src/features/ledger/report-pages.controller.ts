import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { Asked, type PageQuestion, type PageVisit, Visit } from '../../platform/http/page-visit';
import { answerAskedForm } from '../../platform/http/posted-form';
import { pdfFile, workbookFile } from '../../platform/http/sheet-files';
import { BooksListService } from './books-list.service';
import { BooksPage } from './books.pages';
import { ReportViewService } from './report-view.service';
import { ReportAddress, ReportQuery } from './report.forms';
import { RefusedReportPage, ReportPage } from './report.pages';

/** The books of a village: their list, each of them as page, as PDF and as workbook. */
@ApiExcludeController()
@Controller('villages/:collectiveId/books')
export class ReportPagesController {
  constructor(
    private readonly list: BooksListService,
    private readonly view: ReportViewService,
  ) {}

  @Get()
  @HtmlPage()
  async showList(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'books', h(BooksPage, await this.list.pageOf(visit, collectiveId)));
  }

  @Get(':report')
  @HtmlPage()
  show(
    @Param() { collectiveId, report }: ReportAddress,
    @Asked() asked: PageQuestion,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return answerAskedForm(reply, asked.query, {
      work: async () => {
        const query = await readForm(ReportQuery, asked.query);
        const props = await this.view.pageOf(asked, { collectiveId, report, query });
        return officePage(asked, report, h(ReportPage, props));
      },
      showAgain: async (refused) => {
        const props = await this.view.refusedPage(asked, { collectiveId, report }, refusedForm(refused));
        return officePage(asked, report, h(RefusedReportPage, props));
      },
    });
  }

  @Get(':report/sheet.pdf')
  async print(
    @Param() { collectiveId, report }: ReportAddress,
    @Query() query: ReportQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    const bytes = await this.view.sheetOf(visit, { collectiveId, report, query });
    return pdfFile(bytes);
  }

  @Get(':report/table.xlsx')
  async export(
    @Param() { collectiveId, report }: ReportAddress,
    @Query() query: ReportQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    const bytes = await this.view.workbookOf(visit, { collectiveId, report, query });
    return workbookFile(bytes, report);
  }
}
