import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { typedValues } from '../../platform/http/form-body';
import { carryOutKept, keptForm } from '../../platform/http/kept-typing';
import { officePage } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import type { FormState } from '../../platform/views/error-summary';
import { type CostAsked, DeductionViewService } from './deduction-view.service';
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
    return this.draw(visit, asked, await keptForm(this.forms, visit, placeOf(visit, asked)));
  }

  @Post()
  @HtmlPage()
  async enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { month, on } = await readForm(DeductionQuery, post.query);
    const { contractId, coversFrom } = typedValues(post.body);
    const asked = { collectiveId, contractId, coversFrom, month, on };
    const entry = { contract: contractId, covers: coversFrom, month, on };
    await carryOutKept(reply, post, {
      forms: this.forms,
      place: placeOf(post, asked),
      freshHref: villagePaths(collectiveId).entry('deductions', entry),
      draw: (form) => this.draw(post, asked, form),
      work: async () => {
        const form = await readForm(DeductionEntryForm, post.body);
        const { voucher } = await this.deductions.recordDeduction(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).month(form.postedOn.slice(0, 7));
        return { next, said: 'deductionBooked', voucher: voucher.voucherNumber };
      },
    });
  }

  private async draw(visit: PageVisit, asked: CostAsked, typed?: FormState): Promise<string> {
    return officePage(visit, 'deduction', h(DeductionFormPage, await this.view.pageOf(visit, asked, typed)));
  }
}

/** Where a cost is kept while it is typed: one bill of each month, one charge of each contract and period. */
function placeOf(
  visit: PageVisit,
  { collectiveId, contractId = '', coversFrom = '', month = '' }: CostAsked,
): KeptFormPlace {
  const form = ['cost', contractId, coversFrom, month].join(' ');
  return { collectiveId, userId: visit.actor.userId, form };
}
