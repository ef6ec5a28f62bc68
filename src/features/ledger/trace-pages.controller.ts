import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { ItemAddress } from '../../platform/http/api.forms';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { TracePage } from './trace.pages';
import { TraceViewService } from './trace-view.service';

/** The page of a voucher's money. */
@ApiExcludeController()
@Controller('villages/:collectiveId/vouchers')
export class TracePagesController {
  constructor(private readonly view: TraceViewService) {}

  @Get(':id/trace')
  @HtmlPage()
  async show(@Param() { collectiveId, id }: ItemAddress, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'trace', h(TracePage, await this.view.pageOf(visit, { collectiveId, id })));
  }
}
