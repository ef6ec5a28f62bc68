import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { ContractsPage } from './contracts.pages';
import { ContractsViewService } from './contracts-view.service';

/** The page of all contracts of a village. */
@ApiExcludeController()
@Controller('villages/:collectiveId/contracts')
export class ContractsPagesController {
  constructor(private readonly view: ContractsViewService) {}

  @Get()
  @HtmlPage()
  async list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'contracts', h(ContractsPage, await this.view.pageOf(visit, collectiveId)));
  }
}
