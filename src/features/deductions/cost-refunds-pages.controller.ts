import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { ItemAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { CostRefundsPage } from './cost-refunds.pages';
import { CostRefundsService } from './cost-refunds.service';
import { CostRefundsViewService } from './cost-refunds-view.service';
import { CostRefundEntryForm } from './deductions.forms';

/** The page of a cost that was paid, on which what comes back of it is entered. */
@ApiExcludeController()
@Controller('villages/:collectiveId/costs/:id/refunds')
export class CostRefundsPagesController {
  constructor(
    private readonly refunds: CostRefundsService,
    private readonly view: CostRefundsViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: ItemAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  refund(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: deductionId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(CostRefundEntryForm, post.body);
        const { voucher } = await this.refunds.refund(collectiveId, { deductionId, form }, post.command);
        const next = villagePaths(collectiveId).costRefunds(deductionId);
        return { next, said: 'costRefunded', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: ItemAddress, form?: FormState): Promise<string> {
    return officePage(visit, 'costRefunds', h(CostRefundsPage, await this.view.pageOf(visit, at, form)));
  }
}
