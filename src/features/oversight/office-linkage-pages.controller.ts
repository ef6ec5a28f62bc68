import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { OfficeLinkageViewService } from './office-linkage-view.service';
import { OfficeLinkagePage } from './office-linkage.pages';
import { GoalsYearQuery } from './goals.forms';

/** What the tenants of all villages below an office promised besides rent. */
@ApiExcludeController()
@Controller('township/:collectiveId')
export class OfficeLinkagePagesController {
  constructor(private readonly view: OfficeLinkageViewService) {}

  @Get('linkage')
  @HtmlPage()
  async show(
    @Param('collectiveId') collectiveId: string,
    @Query() { year }: GoalsYearQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.pageOf(visit, collectiveId, (year ?? '') === '' ? undefined : Number(year));
    return officePage(visit, 'officeLinkage', h(OfficeLinkagePage, props));
  }
}
