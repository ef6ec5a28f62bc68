import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { YieldsQuery } from './oversight.forms';
import { OfficePapersPage, VillagePapersPage } from './papers.pages';
import { PapersViewService } from './papers-view.service';

/** Which vouchers have no paper that can be seen, and which papers more than one village has. */
@ApiExcludeController()
@Controller()
export class PapersPagesController {
  constructor(private readonly view: PapersViewService) {}

  @Get('township/:collectiveId/papers')
  @HtmlPage()
  async ofOffice(
    @Param('collectiveId') collectiveId: string,
    @Query() { month }: YieldsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.officePage(visit, collectiveId, month);
    return officePage(visit, 'officePapers', h(OfficePapersPage, props));
  }

  @Get('villages/:collectiveId/papers')
  @HtmlPage()
  async ofVillage(
    @Param('collectiveId') collectiveId: string,
    @Query() { month }: YieldsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.villagePage(visit, collectiveId, month);
    return officePage(visit, 'villagePapers', h(VillagePapersPage, props));
  }
}
