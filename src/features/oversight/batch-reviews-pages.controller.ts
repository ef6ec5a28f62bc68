import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { townshipPath } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { BatchReviewsPage } from './batch-reviews.pages';
import { BatchReviewsService } from './batch-reviews.service';
import { BatchReviewsViewService } from './batch-reviews-view.service';
import { AgreedForm } from './oversight.forms';

/** The page on which a township agrees to several plans in one go. */
@ApiExcludeController()
@Controller('township/:collectiveId/batch-reviews')
export class BatchReviewsPagesController {
  constructor(
    private readonly reviews: BatchReviewsService,
    private readonly view: BatchReviewsViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  agree(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { agreed } = await readForm(AgreedForm, post.body);
        await this.reviews.agree(collectiveId, agreed, post.command);
        return { next: townshipPath(collectiveId), said: 'plansAgreed' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.pageOf(visit, collectiveId, form);
    return officePage(visit, 'batchReviews', h(BatchReviewsPage, props));
  }
}
