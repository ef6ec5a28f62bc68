import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { Asked, type PageQuestion } from '../../platform/http/page-visit';
import { CrossTabsPage } from './cross-tabs.pages';
import { CrossTabsViewService } from './cross-tabs-view.service';

/** The register of a village, or of all below an office, as tables. */
@ApiExcludeController()
@Controller('offices/:collectiveId/asset-tables')
export class CrossTabsPagesController {
  constructor(private readonly view: CrossTabsViewService) {}

  @Get()
  @HtmlPage()
  async show(@Param('collectiveId') officeId: string, @Asked() asked: PageQuestion): Promise<string> {
    const { published } = asked.query;
    const typed = typeof published === 'string' ? published : '';
    return officePage(asked, 'assetTables', h(CrossTabsPage, await this.view.pageOf(asked, officeId, typed)));
  }
}
