import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { OfficeYieldsPage } from './office-yields.pages';
import { OfficeYieldsViewService } from './office-yields-view.service';
import { YieldsQuery } from './oversight.forms';
import { TownshipAssetsPage } from './township-assets.pages';
import { TownshipAssetsViewService } from './township-assets-view.service';
import { TownshipPage } from './township.pages';
import { TownshipViewService } from './township-view.service';

/** The township's page over its villages. */
@ApiExcludeController()
@Controller('township/:collectiveId')
export class TownshipPagesController {
  constructor(
    private readonly view: TownshipViewService,
    private readonly assets: TownshipAssetsViewService,
    private readonly yields: OfficeYieldsViewService,
  ) {}

  @Get()
  @HtmlPage()
  async show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'township', h(TownshipPage, await this.view.pageOf(visit, collectiveId)));
  }

  @Get('asset-watch')
  @HtmlPage()
  async showAssets(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.assets.pageOf(visit, collectiveId);
    return officePage(visit, 'officeAssetWatch', h(TownshipAssetsPage, props));
  }

  @Get('yields')
  @HtmlPage()
  async showYields(
    @Param('collectiveId') collectiveId: string,
    @Query() { month }: YieldsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.yields.pageOf(visit, collectiveId, month);
    return officePage(visit, 'officeYields', h(OfficeYieldsPage, props));
  }
}
