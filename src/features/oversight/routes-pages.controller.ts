import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { routePaths } from '../../platform/http/oversight-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { RouteChoicesService } from '../distribution/route-choices.service';
import { RouteChoiceEntryForm } from './routes.forms';
import { RoutesPage } from './routes.pages';
import { RoutesViewService } from './routes-view.service';

/** The page of the routes that a county chooses for its villages' plans. */
@ApiExcludeController()
@Controller('offices/:collectiveId/routes')
export class RoutesPagesController {
  constructor(
    private readonly choices: RouteChoicesService,
    private readonly view: RoutesViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  choose(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(RouteChoiceEntryForm, post.body);
        await this.choices.choose(collectiveId, form, post.command);
        return { next: routePaths.list(collectiveId), said: 'routeChosen' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    return officePage(visit, 'routes', h(RoutesPage, await this.view.pageOf(visit, collectiveId, form)));
  }
}
