import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { answerAskedForm } from '../../platform/http/posted-form';
import { SearchForm } from './search.forms';
import { SearchPage } from './search.pages';
import { type SearchAsked, SearchViewService } from './search-view.service';

/**
 * Looks for vouchers, contracts, assets, people and plans at once. Asked by a post: a name and an identity
 * number stand in no address, and so in no log.
 */
@ApiExcludeController()
@Controller('villages/:collectiveId/search')
export class SearchPagesController {
  constructor(private readonly view: SearchViewService) {}

  @Get()
  @HtmlPage()
  show(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, { collectiveId, typed: '' });
  }

  @Post()
  @HtmlPage()
  find(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return answerAskedForm(reply, post.body, {
      work: async () =>
        this.draw(post, { collectiveId, typed: (await readForm(SearchForm, post.body)).sought }),
      showAgain: (refused) => this.draw(post, { collectiveId, typed: '', form: refusedForm(refused) }),
    });
  }

  private async draw(visit: PageVisit, asked: SearchAsked): Promise<string> {
    return officePage(visit, 'search', h(SearchPage, await this.view.pageOf(visit, asked)));
  }
}
