import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { pdfFile, workbookFile } from '../../platform/http/sheet-files';
import { BridgePage } from './bridge.pages';
import { BridgeViewService } from './bridge-view.service';
import { SpanQuery } from './surplus.queries';
import { SurplusService } from './surplus.service';
import type { StatementAsked } from './surplus-view.service';

/** The bridge sheet of a village as page, as PDF and as workbook. */
@ApiExcludeController()
@Controller('villages/:collectiveId/bridge')
export class BridgePagesController {
  constructor(
    private readonly view: BridgeViewService,
    private readonly surplus: SurplusService,
  ) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('collectiveId') collectiveId: string,
    @Query() query: SpanQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.pageOf(visit, await this.askedOf(collectiveId, query));
    return officePage(visit, 'bridge', h(BridgePage, props));
  }

  @Get('sheet.pdf')
  async print(
    @Param('collectiveId') collectiveId: string,
    @Query() query: SpanQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    const bytes = await this.view.sheetOf(visit, await this.askedOf(collectiveId, query));
    return pdfFile(bytes);
  }

  @Get('table.xlsx')
  async export(
    @Param('collectiveId') collectiveId: string,
    @Query() query: SpanQuery,
    @Visit() visit: PageVisit,
  ): Promise<StreamableFile> {
    const bytes = await this.view.workbookOf(visit, await this.askedOf(collectiveId, query));
    return workbookFile(bytes, 'bridge');
  }

  /** What is asked for; the pool that has any money where the address names none, on page and sheet alike. */
  private async askedOf(collectiveId: string, { pool, from, to }: SpanQuery): Promise<StatementAsked> {
    return { collectiveId, pool: pool ?? (await this.surplus.firstUsedPool(collectiveId)), from, to };
  }
}
