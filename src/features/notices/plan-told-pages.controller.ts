import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { SlipPageQuery } from './notices.forms';
import { PlanToldPage } from './plan-told.pages';
import { PlanToldViewService } from './plan-told-view.service';
import type { PublishPlace } from './publish-view.service';

/** A plan as villagers are told it: the text for the loudspeaker, one household's slip. */
@ApiExcludeController()
@Controller('villages/:collectiveId/plans/:planId/told')
export class PlanToldPagesController {
  constructor(private readonly view: PlanToldViewService) {}

  @Get()
  @HtmlPage()
  async show(
    @Param() at: PublishPlace,
    @Query() query: SlipPageQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return officePage(visit, 'planTold', h(PlanToldPage, await this.view.pageOf(visit, at, query)));
  }
}
