import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { yearOf } from '../../domain/calendar/calendar-day';
import { Clock } from '../../platform/clock/clock';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { OwnerProposalQuery } from './distribution.queries';
import { NewOwnerProposalPage, OwnerProposalsPage } from './owner-proposals.pages';
import { OwnerProposalsService } from './owner-proposals.service';
import { OwnerProposalsViewService } from './owner-proposals-view.service';
import { OwnerProposalEntryForm } from './year-plans.forms';

/** The pages on which whoever keeps joint stations proposes a year's plan to their owners. */
@ApiExcludeController()
@Controller('villages/:collectiveId/owner-plans')
export class OwnerProposalsPagesController {
  constructor(
    private readonly view: OwnerProposalsViewService,
    private readonly proposals: OwnerProposalsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const page = await this.view.listPage(visit, collectiveId);
    return officePage(visit, 'ownerProposals', h(OwnerProposalsPage, page));
  }

  @Get('new')
  @HtmlPage()
  empty(
    @Param('collectiveId') collectiveId: string,
    @Query() query: OwnerProposalQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, collectiveId, query);
  }

  @Post('new')
  @HtmlPage()
  propose(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(OwnerProposalEntryForm, post.body);
        await this.proposals.propose(collectiveId, form, post.command);
        return { next: `${villagePaths(collectiveId).home}/owner-plans`, said: 'ownersProposed' };
      },
      showAgain: (refused) => {
        const { assetId: asset, year } = typedValues(post.body);
        return this.draw(post, collectiveId, { asset, year, refused: refusedForm(refused) });
      },
    });
  }

  private async draw(
    visit: PageVisit,
    collectiveId: string,
    asked: {
      readonly asset?: string | undefined;
      readonly year?: string | undefined;
      readonly refused?: FormState;
    },
  ): Promise<string> {
    const { asset, year = String(yearOf(this.clock.today())), refused } = asked;
    const page = await this.view.newPage(visit, collectiveId, { asset, year, refused });
    return officePage(visit, 'newOwnerProposal', h(NewOwnerProposalPage, page));
  }
}
