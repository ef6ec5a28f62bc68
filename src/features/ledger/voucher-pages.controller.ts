import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { Clock } from '../../platform/clock/clock';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { BooksViewService } from './books-view.service';
import { TrialBalancePage, VoucherListPage } from './ledger.pages';
import { MonthsQuery, VoucherReversalForm } from './ledger.queries';
import { VoucherDesk } from './voucher-desk.service';
import { type VoucherPlace, VoucherViewService } from './voucher-view.service';
import { VoucherPage } from './voucher.pages';

/** The pages of the books: vouchers, one voucher and its reversal, the trial balance. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class VoucherPagesController {
  constructor(
    private readonly books: BooksViewService,
    private readonly vouchers: VoucherViewService,
    private readonly steps: VoucherDesk,
    private readonly clock: Clock,
  ) {}

  @Get('vouchers')
  @HtmlPage()
  async list(
    @Param('collectiveId') collectiveId: string,
    @Query() { from, to }: MonthsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.books.vouchersPage(visit, { collectiveId, first: from, last: to });
    return officePage(visit, 'vouchers', h(VoucherListPage, props));
  }

  @Get('trial-balance')
  @HtmlPage()
  async trialBalance(
    @Param('collectiveId') collectiveId: string,
    @Query() { from, to }: MonthsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.books.trialBalancePage(visit, { collectiveId, first: from, last: to });
    return officePage(visit, 'trialBalance', h(TrialBalancePage, props));
  }

  @Get('vouchers/:id')
  @HtmlPage()
  show(@Param() at: VoucherPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post('vouchers/:id/reverse')
  @HtmlPage()
  reverse(@Param() at: VoucherPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { reason, postedOn } = await readForm(VoucherReversalForm, post.body);
        const form = { entryId: id, reason, postedOn };
        const { entryId, voucherNumber } = await this.steps.reverseVoucher(collectiveId, form, post.command);
        return {
          next: villagePaths(collectiveId).voucher(entryId),
          said: 'reversed',
          voucher: voucherNumber,
        };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: VoucherPlace, refused?: FormState): Promise<string> {
    const given = { today: this.clock.today(), ...(refused === undefined ? {} : { refused }) };
    return officePage(visit, 'voucher', h(VoucherPage, await this.vouchers.pageOf(visit, at, given)));
  }
}
