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
import { CostPaymentsPage } from './cost-payments.pages';
import { CostPaymentsService } from './cost-payments.service';
import { CostPaymentsViewService } from './cost-payments-view.service';
import { CostPaymentPageForm } from './deductions.forms';
import { OwedCostQuery } from './deductions.queries';

/** The page of costs that are owed, on which they are paid. */
@ApiExcludeController()
@Controller('villages/:collectiveId/owed-costs')
export class CostPaymentsPagesController {
  constructor(
    private readonly payments: CostPaymentsService,
    private readonly view: CostPaymentsViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param('collectiveId') collectiveId: string,
    @Query() asked: OwedCostQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, { collectiveId, cost: asked.cost, paid: asked });
  }

  @Post()
  @HtmlPage()
  pay(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { cost: deductionId, ...form } = await readForm(CostPaymentPageForm, post.body);
        const { voucher } = await this.payments.payCost(collectiveId, { deductionId, form }, post.command);
        const next = villagePaths(collectiveId).owedCosts;
        return { next, said: 'owedCostPaid', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, { collectiveId, form: refusedForm(refused) }),
    });
  }

  private async draw(
    visit: PageVisit,
    asked: {
      readonly collectiveId: string;
      readonly cost?: string | undefined;
      readonly paid?: OwedCostQuery;
      readonly form?: FormState;
    },
  ): Promise<string> {
    return officePage(visit, 'owedCosts', h(CostPaymentsPage, await this.view.pageOf(visit, asked)));
  }
}
