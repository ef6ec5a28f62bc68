import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { typedValues } from '../../platform/http/form-body';
import { filledForm, officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import { type CostAsked, DeductionViewService, type TypedCost } from './deduction-view.service';
import { DeductionEntryForm } from './deductions.forms';
import { DeductionFormPage } from './deductions.pages';
import { DeductionQuery } from './deductions.queries';
import { DeductionsService } from './deductions.service';

/** The page of a necessary cost. */
@ApiExcludeController()
@Controller('villages/:collectiveId/deductions/new')
export class DeductionsPagesController {
  constructor(
    private readonly deductions: DeductionsService,
    private readonly view: DeductionViewService,
    private readonly forms: KeptFormsService,
  ) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('collectiveId') collectiveId: string,
    @Query() { contract, covers, month, on }: DeductionQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const asked = { collectiveId, contractId: contract, coversFrom: covers, month, on };
    const kept = await this.forms.findForm(placeOf(visit, asked));
    const typed = kept === undefined ? {} : { form: filledForm(kept.typed), keptAt: kept.keptAt };
    return this.draw(visit, asked, typed);
  }

  @Post()
  @HtmlPage()
  async enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { tryOut, dropTyped, ...values } = typedValues(post.body);
    const { contractId, coversFrom } = values;
    const asked = { collectiveId, contractId, coversFrom, month: undefined };
    const place = placeOf(post, asked);
    if (dropTyped !== undefined) {
      await this.forms.dropForm(place);
      const entry = { contract: contractId, covers: coversFrom };
      await reply.redirect(villagePaths(collectiveId).entry('deductions', entry), 303);
      return;
    }
    if (tryOut !== undefined) {
      const { keptAt } = await this.forms.keepForm(place, values);
      await reply.status(200).send(await this.draw(post, asked, { form: filledForm(values), keptAt }));
      return;
    }
    await carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(DeductionEntryForm, post.body);
        const { voucher } = await this.deductions.recordDeduction(collectiveId, form, post.command);
        await this.forms.dropForm(place);
        const next = villagePaths(collectiveId).month(form.postedOn.slice(0, 7));
        return { next, said: 'deductionBooked', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, asked, { form: refusedForm(refused) }),
    });
  }

  private async draw(visit: PageVisit, asked: CostAsked, typed: TypedCost): Promise<string> {
    return officePage(visit, 'deduction', h(DeductionFormPage, await this.view.pageOf(visit, asked, typed)));
  }
}

/** Where a cost is kept while it is typed: one bill, and one charge of each contract and period. */
function placeOf(
  visit: PageVisit,
  { collectiveId, contractId = '', coversFrom = '' }: CostAsked,
): KeptFormPlace {
  return { collectiveId, userId: visit.actor.userId, form: `cost ${contractId} ${coversFrom}`.trim() };
}
