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
import { PromiseReleaseEntryForm, ReleaseWithdrawalEntryForm } from './distribution.forms';
import type { PlanPlace } from './plan-drawing.service';
import { PlanReleasesPage } from './plan-releases.pages';
import { PlanReleasesViewService } from './plan-releases-view.service';
import { ReleasingService } from './releasing.service';

/** The page of what an approved plan promised and will never grant. */
@ApiExcludeController()
@Controller('villages/:collectiveId/plans/:planId/releases')
export class PlanReleasesPagesController {
  constructor(
    private readonly view: PlanReleasesViewService,
    private readonly releasing: ReleasingService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: PlanPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  release(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PromiseReleaseEntryForm, post.body);
        const { planId } = at;
        await this.releasing.release(at.collectiveId, { planId, form, command: post.command });
        return { next: pathOf(at), said: 'promiseReleased' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('withdrawals')
  @HtmlPage()
  withdraw(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ReleaseWithdrawalEntryForm, post.body);
        const { planId } = at;
        await this.releasing.withdraw(at.collectiveId, { planId, form, command: post.command });
        return { next: pathOf(at), said: 'releaseWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: PlanPlace, refused?: FormState): Promise<string> {
    return officePage(visit, 'planReleases', h(PlanReleasesPage, await this.view.pageOf(visit, at, refused)));
  }
}

function pathOf({ collectiveId, planId }: PlanPlace): string {
  return villagePaths(collectiveId).planAct(planId, 'releases');
}
