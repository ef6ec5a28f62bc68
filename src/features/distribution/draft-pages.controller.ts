import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { isCalendarDay } from '../../domain/calendar/calendar-day';
import { type FormBody, typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { filledForm, officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { DraftAsked } from './draft-basis.service';
import { withoutBlankClaims } from './draft-claims.view';
import { DraftPlanPage } from './draft-plan.pages';
import { type DraftForms, DraftPlanViewService } from './draft-plan-view.service';
import { DraftingService } from './drafting.service';
import { PlanDraftForm } from './distribution.forms';
import { PlanQuery } from './distribution.queries';
import { planFormPlace } from './plan-form-place';
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
    private readonly forms: KeptFormsService,
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

  /**
   * Saves the draft, and so checks it. The buttons for one more row, for a bound and for a trial only draw it
   * again, checked as it stands; what was typed is kept each time, also where it is wrong.
   */
  @Post('new')
  @HtmlPage()
  async draft(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const body = withoutBlankClaims(post.body);
    const typed = typedValues(body);
    const asked = askedOf(collectiveId, typed);
    const pressed = pressedIn(post.body);
    if (pressed === 'drop') return this.drop(post, asked, reply);
    if (pressed !== undefined) {
      await this.keep(post, asked, typed);
      const page = await this.draw(post, asked, { form: filledForm(typed), tried: true, ...pressed });
      await reply.status(200).send(page);
      return;
    }
    await carryOut(reply, body, {
      work: async () => {
        const form = await readForm(PlanDraftForm, body);
        const { id } = await this.drafting.draftPlan(collectiveId, form, post.command);
        await this.forms.dropForm(placeOf(post, asked));
        return { next: villagePaths(collectiveId).plan(id), said: 'planDrafted' };
      },
      showAgain: async (refused) => {
        await this.keep(post, asked, typed);
        return this.draw(post, asked, { form: refusedForm(refused), tried: true });
      },
    });
  }

  /** Back to the draft as it was saved, or to an empty one. */
  private async drop(post: PagePost, asked: DraftAsked, reply: FastifyReply): Promise<void> {
    const { collectiveId, ...period } = asked;
    await this.forms.dropForm(placeOf(post, asked));
    await reply.redirect(withQuery(villagePaths(collectiveId).newPlan, period), 303);
  }

  private async keep(visit: PageVisit, asked: DraftAsked, typed: Readonly<Record<string, string>>) {
    await this.forms.keepForm(placeOf(visit, asked), typed);
  }

  private async draw(visit: PageVisit, asked: DraftAsked, forms?: DraftForms): Promise<string> {
    return officePage(visit, 'draftPlan', h(DraftPlanPage, await this.view.newPage(visit, asked, forms)));
  }
}

/** Which button was pressed that does not save: one more row, a bound, a trial, back to what was saved. */
function pressedIn({ moreRows, fillUse, tryOut, dropTyped }: FormBody): DraftForms | 'drop' | undefined {
  if (typeof dropTyped === 'string') return 'drop';
  if (typeof moreRows === 'string') return { more: moreRows };
  if (typeof fillUse === 'string') return { fill: fillUse };
  return typeof tryOut === 'string' ? {} : undefined;
}

/** Whose form it is. A form without its days is kept nowhere that is looked for again. */
function placeOf(
  { actor }: PageVisit,
  { collectiveId, pool, from = '', to = '' }: DraftAsked,
): KeptFormPlace {
  return planFormPlace({ collectiveId, userId: actor.userId }, { pool, from, to });
}

/** The pool and days of a posted draft; what is no day is left to the form's own problems. */
function askedOf(collectiveId: string, { pool, from, to }: Readonly<Record<string, string>>): DraftAsked {
  const dayOf = (text: string | undefined): string | undefined =>
    text !== undefined && isCalendarDay(text) ? text : undefined;
  return { collectiveId, pool: pool === 'other' ? 'other' : 'pv', from: dayOf(from), to: dayOf(to) };
}
