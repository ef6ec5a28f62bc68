import { Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { pdfFile } from '../../platform/http/sheet-files';
import { AssetCardsPage } from './asset-cards.pages';
import { AssetCardQuery } from './asset-files.forms';
import { AssetCardsService } from './asset-cards.service';
import { AssetCardsViewService } from './asset-cards-view.service';

/** The cards of a village's assets. */
@ApiExcludeController()
@Controller('villages/:collectiveId/asset-cards')
export class AssetCardsPagesController {
  constructor(
    private readonly cards: AssetCardsService,
    private readonly view: AssetCardsViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  open(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.cards.openCards(collectiveId, post.command);
        return { next: villagePaths(collectiveId).assetCards, said: 'cardsOpened' };
      },
      showAgain: () => this.draw(post, collectiveId),
    });
  }

  @Get('cards.pdf')
  async print(
    @Param('collectiveId') collectiveId: string,
    @Query() { assetId }: AssetCardQuery,
  ): Promise<StreamableFile> {
    return pdfFile(await this.view.sheet(collectiveId, assetId));
  }

  private async draw(visit: PageVisit, collectiveId: string): Promise<string> {
    return officePage(visit, 'assetCards', h(AssetCardsPage, await this.view.listPage(visit, collectiveId)));
  }
}
