import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { BooksViewService } from './books-view.service';
import { TrialBalancePage } from './ledger.pages';
import { MonthsQuery } from './ledger.queries';

/** The pages of the books as a whole: the trial balance. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class BooksPagesController {
  constructor(private readonly books: BooksViewService) {}

  @Get('trial-balance')
  @HtmlPage()
  async trialBalance(
    @Param('collectiveId') collectiveId: string,
    @Query() { from, to }: MonthsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.books.trialBalancePage(visit, { collectiveId, first: from, last: to });
    return officePage(visit, 'trialBalance', h(TrialBalancePage, props));
  }
}
