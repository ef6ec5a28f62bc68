import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
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
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param('collectiveId') collectiveId: string,
    @Query() { contract, covers, month, on }: DeductionQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, { collectiveId, contractId: contract, coversFrom: covers, month, on });
  }

  @Post()
  @HtmlPage()
  enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(DeductionEntryForm, post.body);
        const { voucher } = await this.deductions.recordDeduction(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).month(form.postedOn.slice(0, 7));
        return { next, said: 'deductionBooked', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => {
        const { contractId, coversFrom } = refused.values;
        const asked = { collectiveId, contractId, coversFrom, month: undefined };
        return this.draw(post, asked, refusedForm(refused));
      },
    });
  }

  private async draw(visit: PageVisit, asked: CostAsked, form?: FormState): Promise<string> {
    return officePage(visit, 'deduction', h(DeductionFormPage, await this.view.pageOf(visit, asked, form)));
  }
}
