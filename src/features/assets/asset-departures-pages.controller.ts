import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AssetDeparturesViewService } from './asset-departures-view.service';
import { DepartureEntryForm, DepartureWithdrawalForm } from './asset-departures.forms';
import { AssetDeparturePage } from './asset-departures.pages';
import { AssetDeparturesService, type DepartureAt } from './asset-departures.service';
import type { AssetPlace } from './asset-life-view.service';

/** The page on which what stands in no books leaves the register. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets')
export class AssetDeparturesPagesController {
  constructor(
    private readonly departures: AssetDeparturesService,
    private readonly view: AssetDeparturesViewService,
  ) {}

  @Get(':id/departure')
  @HtmlPage()
  show(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':id/departure')
  @HtmlPage()
  record(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(DepartureEntryForm, post.body);
        await this.departures.record(at.collectiveId, { assetId: at.id, form }, post.command);
        return { next: villagePaths(at.collectiveId).assetDeparture(at.id), said: 'departureKept' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':assetId/departure/:departureId/withdrawal')
  @HtmlPage()
  withdraw(@Param() at: DepartureAt, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, assetId: id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { departureWithdrawn } = await readForm(DepartureWithdrawalForm, post.body);
        await this.departures.withdraw(at, departureWithdrawn, post.command);
        return { next: villagePaths(collectiveId).assetDeparture(id), said: 'departureWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, { collectiveId, id }, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: AssetPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'assetDeparture', h(AssetDeparturePage, await this.view.page(visit, at, form)));
  }
}
