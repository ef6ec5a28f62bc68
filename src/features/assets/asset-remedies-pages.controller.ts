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
import type { AssetPlace } from './asset-particulars-view.service';
import { AssetRemediesViewService } from './asset-remedies-view.service';
import { RemedyEndEntryForm, RemedyEntryForm } from './asset-remedies.forms';
import { AssetRemediesPage, AssetWatchPage } from './asset-remedies.pages';
import { AssetRemediesService } from './asset-remedies.service';

/** The pages of assets that stand idle, bring too little or lose money. */
@ApiExcludeController()
@Controller('villages/:collectiveId/asset-watch')
export class AssetRemediesPagesController {
  constructor(
    private readonly remedies: AssetRemediesService,
    private readonly view: AssetRemediesViewService,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'assetWatch', h(AssetWatchPage, await this.view.watchPage(visit, collectiveId)));
  }

  @Get(':id')
  @HtmlPage()
  show(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':id')
  @HtmlPage()
  decide(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.remedies.decide(at, await readForm(RemedyEntryForm, post.body), post.command);
        return { next: villagePaths(at.collectiveId).remedies(at.id), said: 'remedyKept' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':id/ends')
  @HtmlPage()
  end(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.remedies.end(at, await readForm(RemedyEndEntryForm, post.body), post.command);
        return { next: villagePaths(at.collectiveId).remedies(at.id), said: 'remedyEnded' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: AssetPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'assetRemedies', h(AssetRemediesPage, await this.view.page(visit, at, form)));
  }
}
