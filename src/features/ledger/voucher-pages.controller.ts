import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { monthOf } from '../../domain/calendar/calendar-day';
import { Clock } from '../../platform/clock/clock';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { VoucherListQuery, VoucherReversalForm } from './ledger.queries';
import { VoucherDesk } from './voucher-desk.service';
import { VoucherListPage } from './voucher-list.pages';
import { type ListAsked, VoucherListViewService } from './voucher-list-view.service';
import { VoucherSignaturesService } from './voucher-signatures.service';
import { type VoucherPlace, VoucherViewService } from './voucher-view.service';
import { VoucherPage } from './voucher.pages';
import { ReviewMonthForm, SignatureForm } from './vouchers.forms';

/** The pages of booked vouchers: the list, one voucher, its signatures and its reversal. */
@ApiExcludeController()
@Controller('villages/:collectiveId/vouchers')
export class VoucherPagesController {
  constructor(
    private readonly lists: VoucherListViewService,
    private readonly vouchers: VoucherViewService,
    private readonly signatures: VoucherSignaturesService,
    private readonly steps: VoucherDesk,
    private readonly clock: Clock,
  ) {}

  @Get()
  @HtmlPage()
  list(
    @Param('collectiveId') collectiveId: string,
    @Query() query: VoucherListQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.drawList(visit, { collectiveId, ...givenIn(query) });
  }

  @Post('review-month')
  @HtmlPage()
  reviewMonth(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { month } = await readForm(ReviewMonthForm, post.body);
        await this.signatures.reviewMonth(collectiveId, month, post.command);
        const next = withQuery(villagePaths(collectiveId).vouchers, { from: month, to: month });
        return { next, said: 'monthReviewed' };
      },
      showAgain: (refused) => this.drawList(post, { collectiveId, refused: refusedForm(refused) }),
    });
  }

  @Get(':id')
  @HtmlPage()
  show(@Param() at: VoucherPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':id/sign')
  @HtmlPage()
  sign(@Param() at: VoucherPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { part } = await readForm(SignatureForm, post.body);
        await this.signatures.signVoucher(collectiveId, { entryId: id, part }, post.command);
        return { next: villagePaths(collectiveId).voucher(id), said: 'voucherSigned' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':id/reverse')
  @HtmlPage()
  reverse(@Param() at: VoucherPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { reason, postedOn, paidWhy } = await readForm(VoucherReversalForm, post.body);
        const form = { entryId: id, reason, postedOn, paidWhy };
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

  private async drawList(visit: PageVisit, asked: Omit<ListAsked, 'thisMonth'>): Promise<string> {
    const props = await this.lists.pageOf(visit, { ...asked, thisMonth: monthOf(this.clock.today()) });
    return officePage(visit, 'vouchers', h(VoucherListPage, props));
  }

  private async draw(visit: PageVisit, at: VoucherPlace, refused?: FormState): Promise<string> {
    const given = { today: this.clock.today(), ...(refused === undefined ? {} : { refused }) };
    return officePage(visit, 'voucher', h(VoucherPage, await this.vouchers.pageOf(visit, at, given)));
  }
}

/** A blank box of the filter asks for nothing; a page is a number from one. */
function givenIn({ from, to, account, text, unsigned, page }: VoucherListQuery) {
  const given = (typed?: string): string | undefined =>
    typed === undefined || typed.trim() === '' ? undefined : typed.trim();
  const wanted = page !== undefined && /^[1-9]\d{0,4}$/.test(page) ? page : undefined;
  return { from, to, account: given(account), text: given(text), unsigned, page: wanted };
}
