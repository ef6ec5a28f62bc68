import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { AssetReviewsViewService, type ReviewAsked } from './asset-reviews-view.service';
import { AssetReviewEntryForm } from './asset-reviews.forms';
import { AssetReviewsPage } from './asset-reviews.pages';
import { AssetReviewsService } from './asset-reviews.service';
import { RegisterDayQuery } from './assets.forms';

/** The page on which the assets that earn are sorted. */
@ApiExcludeController()
@Controller('villages/:collectiveId/asset-reviews')
export class AssetReviewsPagesController {
  constructor(
    private readonly reviews: AssetReviewsService,
    private readonly view: AssetReviewsViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param('collectiveId') collectiveId: string,
    @Query() { on }: RegisterDayQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, collectiveId, { on });
  }

  @Post()
  @HtmlPage()
  record(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reviewedOn } = typedValues(post.body);
    return carryOut(reply, post.body, {
      work: async () => {
        await this.reviews.record(
          collectiveId,
          await readForm(AssetReviewEntryForm, post.body),
          post.command,
        );
        return { next: villagePaths(collectiveId).assetReviews, said: 'reviewKept' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, { on: reviewedOn, form: refusedForm(refused) }),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, asked: ReviewAsked): Promise<string> {
    const props = await this.view.pageOf(visit, collectiveId, asked);
    return officePage(visit, 'assetReviews', h(AssetReviewsPage, props));
  }
}
