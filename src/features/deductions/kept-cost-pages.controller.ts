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
import { CostRefundsPage } from './cost-refunds.pages';
import { CostRefundEntryForm } from './deductions.forms';
import { KeptCostEntryForm, TakenCostAddress, TakenCostForm } from './kept-cost.forms';
import { KeptCostsPage, TakenCostPage } from './kept-cost.pages';
import { KeptCostViewService } from './kept-cost-view.service';
import { KeptCostsService } from './kept-costs.service';
import { KeptRefundsService } from './kept-refunds.service';
import { TakenCostsService } from './taken-costs.service';
import { TakenRefundsService } from './taken-refunds.service';

/** The pages of costs of a joint station: the keeper pays one, an owner books his part. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class KeptCostPagesController {
  constructor(
    private readonly view: KeptCostViewService,
    private readonly kept: KeptCostsService,
    private readonly taken: TakenCostsService,
    private readonly returned: KeptRefundsService,
    private readonly takenBack: TakenRefundsService,
  ) {}

  @Get('kept/costs')
  @HtmlPage()
  costs(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawCosts(visit, collectiveId);
  }

  @Post('kept/costs')
  @HtmlPage()
  pay(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(KeptCostEntryForm, post.body);
        const { voucher } = await this.kept.recordCost(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).keptCosts;
        return { next, said: 'keptCostPaid', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.drawCosts(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get('kept/costs/:costId/refunds')
  @HtmlPage()
  refunds(@Param() at: TakenCostAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawRefunds(visit, at);
  }

  @Post('kept/costs/:costId/refunds')
  @HtmlPage()
  refund(
    @Param() { collectiveId, costId }: TakenCostAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(CostRefundEntryForm, post.body);
        const { voucher } = await this.returned.refund(collectiveId, { costId, form }, post.command);
        const next = villagePaths(collectiveId).keptRefunds(costId);
        return { next, said: 'keptCostRefunded', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.drawRefunds(post, { collectiveId, costId }, refusedForm(refused)),
    });
  }

  @Get('joint-costs/:costId')
  @HtmlPage()
  part(@Param() at: TakenCostAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawPart(visit, at);
  }

  @Post('joint-costs/:costId')
  @HtmlPage()
  take(
    @Param() { collectiveId, costId }: TakenCostAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { postedOn, twiceReason } = await readForm(TakenCostForm, post.body);
        const { amount } = await this.taken.requireWaiting(collectiveId, costId);
        const form = { costId, postedOn };
        const { voucher } =
          amount < 0n
            ? await this.takenBack.takeRefund(collectiveId, form, post.command)
            : await this.taken.takeCost(collectiveId, { ...form, twiceReason }, post.command);
        const next = villagePaths(collectiveId).month(postedOn.slice(0, 7));
        return { next, said: amount < 0n ? 'costRefunded' : 'costTaken', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.drawPart(post, { collectiveId, costId }, refusedForm(refused)),
    });
  }

  private async drawCosts(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.costsPage(visit, collectiveId, form);
    return officePage(visit, 'keptCosts', h(KeptCostsPage, props));
  }

  private async drawRefunds(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly costId: string },
    form?: FormState,
  ): Promise<string> {
    return officePage(visit, 'costRefunds', h(CostRefundsPage, await this.view.refundsPage(visit, at, form)));
  }

  private async drawPart(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly costId: string },
    form?: FormState,
  ): Promise<string> {
    return officePage(visit, 'takenCost', h(TakenCostPage, await this.view.takenPage(visit, at, form)));
  }
}
