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
import { PaidQuery } from './income.queries';
import { LeaseDepositViewService } from './lease-deposit-view.service';
import { DepositEntryForm } from './lease-deposit.forms';
import { LeaseDepositPage } from './lease-deposit.pages';
import { LeaseDepositsService } from './lease-deposits.service';
import type { LeasePlace } from './rent-view.service';

/** The page of a contract's deposit. */
@ApiExcludeController()
@Controller('villages/:collectiveId/leases/:id/deposit')
export class LeaseDepositPagesController {
  constructor(
    private readonly deposits: LeaseDepositsService,
    private readonly view: LeaseDepositViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: LeasePlace, @Query() paid: PaidQuery, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, { ...at, paid });
  }

  @Post()
  @HtmlPage()
  book(@Param() at: LeasePlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: leaseId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(DepositEntryForm, post.body);
        const { voucher } = await this.deposits.book(collectiveId, { leaseId, form }, post.command);
        const next = villagePaths(collectiveId).leaseDeposit(leaseId);
        return { next, said: 'depositBooked', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(
    visit: PageVisit,
    at: LeasePlace & { readonly paid?: PaidQuery },
    form?: FormState,
  ): Promise<string> {
    return officePage(visit, 'leaseDeposit', h(LeaseDepositPage, await this.view.page(visit, at, form)));
  }
}
