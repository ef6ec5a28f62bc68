import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { isCalendarDay } from '../../domain/calendar/calendar-day';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { filledForm, officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { DraftAsked } from './draft-basis.service';
import { withoutBlankClaims } from './draft-claims.view';
import { DraftPlanPage } from './draft-plan.pages';
import { type DraftForms, DraftPlanViewService } from './draft-plan-view.service';
import { DraftingService } from './drafting.service';
import { PlanDraftForm } from './distribution.forms';
import { PlanQuery } from './distribution.queries';
import { PlanListPage } from './plan-list.pages';
import { PlanListViewService } from './plan-list-view.service';

/** The list of a village's plans, and the drafting of one. */
@ApiExcludeController()
@Controller('villages/:collectiveId/plans')
export class DraftPagesController {
  constructor(
    private readonly list: PlanListViewService,
    private readonly view: DraftPlanViewService,
    private readonly drafting: DraftingService,
  ) {}

  @Get()
  @HtmlPage()
  async plans(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'plans', h(PlanListPage, await this.list.pageOf(visit, collectiveId)));
  }

  @Get('new')
  @HtmlPage()
  empty(
    @Param('collectiveId') collectiveId: string,
    @Query() { pool = 'pv', from, to }: PlanQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, { collectiveId, pool, from, to });
  }

  /** Saves the draft, and so checks it; the buttons for one more row and for a bound only draw it again. */
  @Post('new')
  @HtmlPage()
  async draft(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const body = withoutBlankClaims(post.body);
    const asked = askedOf(collectiveId, typedValues(body));
    const { moreRows, fillUse } = post.body;
    if (typeof moreRows === 'string' || typeof fillUse === 'string') {
      const pressed = {
        ...(typeof moreRows === 'string' ? { more: moreRows } : {}),
        ...(typeof fillUse === 'string' ? { fill: fillUse } : {}),
      };
      const page = await this.draw(post, asked, { form: filledForm(typedValues(body)), ...pressed });
      await reply.status(200).send(page);
      return;
    }
    await carryOut(reply, body, {
      work: async () => {
        const form = await readForm(PlanDraftForm, body);
        const { id } = await this.drafting.draftPlan(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).plan(id), said: 'planDrafted' };
      },
      showAgain: (refused) => this.draw(post, asked, { form: refusedForm(refused) }),
    });
  }

  private async draw(visit: PageVisit, asked: DraftAsked, forms?: DraftForms): Promise<string> {
    return officePage(visit, 'draftPlan', h(DraftPlanPage, await this.view.newPage(visit, asked, forms)));
  }
}

/** The pool and days of a posted draft; what is no day is left to the form's own problems. */
function askedOf(collectiveId: string, { pool, from, to }: Readonly<Record<string, string>>): DraftAsked {
  const dayOf = (text: string | undefined): string | undefined =>
    text !== undefined && isCalendarDay(text) ? text : undefined;
  return { collectiveId, pool: pool === 'other' ? 'other' : 'pv', from: dayOf(from), to: dayOf(to) };
}
