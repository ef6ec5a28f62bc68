import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { StatusReviewEntryForm } from './share-roll.forms';
import { StatusReviewsPage } from './status-reviews.pages';
import { StatusReviewsService } from './status-reviews.service';
import { StatusReviewsViewService } from './status-reviews-view.service';
import { UnexplainedIncomesService } from './unexplained-incomes.service';

/** Whose standing is to be looked at again. */
@ApiExcludeController()
@Controller('villages/:collectiveId/status-reviews')
export class StatusReviewsPagesController {
  constructor(
    private readonly reviews: StatusReviewsService,
    private readonly view: StatusReviewsViewService,
    private readonly incomes: UnexplainedIncomesService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  review(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.reviews.noteReviews(
          collectiveId,
          await readForm(StatusReviewEntryForm, post.body),
          post.command,
        );
        return { next: villagePaths(collectiveId).statusReviews, said: 'reviewsNoted' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const page = await this.view.page(visit, collectiveId, form);
    const incomes = await this.incomes.listRows(collectiveId);
    return officePage(visit, 'statusReviews', h(StatusReviewsPage, { ...page, incomes }));
  }
}
