import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { workbookFile } from '../../platform/http/sheet-files';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import { QuarterQuery } from './colours.forms';
import { OfficeColoursPage } from './office-colours.pages';
import { OfficeColoursViewService } from './office-colours-view.service';

/** The colours of the assets of all villages below an office, as a page and as a file. */
@ApiExcludeController()
@Controller('township/:collectiveId')
export class OfficeColoursPagesController {
  constructor(
    private readonly view: OfficeColoursViewService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  @Get('colours')
  @HtmlPage()
  async show(
    @Param('collectiveId') collectiveId: string,
    @Query() { quarter }: QuarterQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.pageOf(visit, collectiveId, quarter);
    return officePage(visit, 'officeColours', h(OfficeColoursPage, props));
  }

  @Get('colours.xlsx')
  async workbook(
    @Param('collectiveId') collectiveId: string,
    @Query() { quarter }: QuarterQuery,
  ): Promise<StreamableFile> {
    const drawn = { specimen: this.configuration.demo, drawnAt: new Date(this.clock.now()) };
    return workbookFile(
      await writeWorkbook(await this.view.sheetOf(collectiveId, quarter), drawn),
      'colours',
    );
  }
}
