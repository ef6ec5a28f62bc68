import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { carryOutKept, keptForm } from '../../platform/http/kept-typing';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import type { FormState } from '../../platform/views/error-summary';
import { RentAdvancePage } from './rent-advance.pages';
import { RentAdvancesService } from './rent-advances.service';
import { RentContractsService } from './rent-contracts.service';
import { RentDuesService } from './rent-dues.service';
import { RentDuePage } from './rent-due.pages';
import { RentPaymentPage } from './rent-payment.pages';
import { RentEntryViewService } from './rent-entry-view.service';
import type { LeasePlace } from './rent-view.service';
import { RentDueAddress, RentDueQuery, RentPaymentQuery } from './rent-addresses.forms';
import { AdvanceReturnEntryForm, RentPaymentEntryForm } from './rent-payment.forms';
import { RentDueEntryForm, RentWaiverForm, RentWaiverWithdrawalForm } from './rent.forms';

/** Of which contract a payment is entered, and up to which of its payments. */
type PaymentAsked = LeasePlace & { readonly upTo?: string | undefined };

/** The pages on which a due of a contract is booked, and what a tenant pays. */
@ApiExcludeController()
@Controller('villages/:collectiveId/leases/:id')
export class RentEntryPagesController {
  constructor(
    private readonly dues: RentDuesService,
    private readonly advances: RentAdvancesService,
    private readonly contracts: RentContractsService,
    private readonly view: RentEntryViewService,
    private readonly forms: KeptFormsService,
  ) {}

  @Get('dues/:from')
  @HtmlPage()
  async showDue(
    @Param() at: RentDueAddress,
    @Query() { month }: RentDueQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const { collectiveId, id, from } = at;
    const props = await this.view.duePage(visit, { collectiveId, id, from, month });
    return officePage(visit, 'rentDue', h(RentDuePage, props));
  }

  @Post('dues/:from')
  @HtmlPage()
  bookDue(@Param() at: RentDueAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: leaseId, from } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(RentDueEntryForm, post.body);
        const { voucher } = await this.dues.bookDue(collectiveId, { leaseId, from, form }, post.command);
        const next = villagePaths(collectiveId).month(form.postedOn.slice(0, 7));
        return { next, said: 'incomeBooked', voucher: voucher.voucherNumber };
      },
      showAgain: async (refused) => {
        const props = await this.view.duePage(post, at, refusedForm(refused));
        return officePage(post, 'rentDue', h(RentDuePage, props));
      },
    });
  }

  @Post('dues/:from/waiver')
  @HtmlPage()
  waive(@Param() at: RentDueAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: leaseId, from } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { reason } = await readForm(RentWaiverForm, post.body);
        await this.contracts.waiveDue(collectiveId, { leaseId, from, reason }, post.command);
        return { next: villagePaths(collectiveId).lease(leaseId), said: 'rentWaived' };
      },
      showAgain: async (refused) => {
        const props = await this.view.duePage(post, at, refusedForm(refused));
        return officePage(post, 'rentDue', h(RentDuePage, props));
      },
    });
  }

  @Post('dues/:from/waiver/withdrawal')
  @HtmlPage()
  withdrawWaiver(
    @Param() at: RentDueAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId, id: leaseId, from } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { waiverWithdrawn: reason } = await readForm(RentWaiverWithdrawalForm, post.body);
        await this.contracts.withdrawWaiver(collectiveId, { leaseId, from, reason }, post.command);
        return { next: villagePaths(collectiveId).lease(leaseId), said: 'rentWaiverWithdrawn' };
      },
      showAgain: async (refused) => {
        const props = await this.view.duePage(post, at, refusedForm(refused));
        return officePage(post, 'rentDue', h(RentDuePage, props));
      },
    });
  }

  @Get('advance')
  @HtmlPage()
  async showAdvance(@Param() at: LeasePlace, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'rentAdvance', h(RentAdvancePage, await this.view.advancePage(visit, at)));
  }

  @Post('advance')
  @HtmlPage()
  giveBack(@Param() at: LeasePlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: leaseId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(AdvanceReturnEntryForm, post.body);
        const { voucher } = await this.advances.giveBack(collectiveId, { leaseId, form }, post.command);
        const next = villagePaths(collectiveId).lease(leaseId);
        return { next, said: 'advanceReturned', voucher: voucher.voucherNumber };
      },
      showAgain: async (refused) => {
        const props = await this.view.advancePage(post, at, refusedForm(refused));
        return officePage(post, 'rentAdvance', h(RentAdvancePage, props));
      },
    });
  }

  @Get('payments/new')
  @HtmlPage()
  async showPayment(
    @Param() at: LeasePlace,
    @Query() { upTo }: RentPaymentQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const kept = await keptForm(this.forms, visit, paymentPlace(visit, { ...at, upTo }));
    return this.drawPayment(visit, { ...at, upTo }, kept);
  }

  @Post('payments/new')
  @HtmlPage()
  async receive(
    @Param() { collectiveId, id: leaseId }: LeasePlace,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { upTo } = await readForm(RentPaymentQuery, post.query);
    const at = { collectiveId, id: leaseId, upTo };
    await carryOutKept(reply, post, {
      forms: this.forms,
      place: paymentPlace(post, at),
      freshHref: villagePaths(collectiveId).leasePayment(leaseId, upTo),
      draw: (form) => this.drawPayment(post, at, form),
      work: async () => {
        const form = await readForm(RentPaymentEntryForm, post.body);
        const { voucher } = await this.dues.receivePayment(collectiveId, { leaseId, form }, post.command);
        const next = villagePaths(collectiveId).lease(leaseId);
        return { next, said: 'rentReceived', voucher: voucher.voucherNumber };
      },
    });
  }

  private async drawPayment(visit: PageVisit, at: PaymentAsked, typed?: FormState): Promise<string> {
    const props = await this.view.paymentPage(visit, at, typed);
    return officePage(visit, 'rentPayment', h(RentPaymentPage, props));
  }
}

/** What a tenant pays is kept while it is typed, by the payment it was opened for. */
function paymentPlace(
  { actor: { userId } }: PageVisit,
  { collectiveId, id, upTo = '-' }: PaymentAsked,
): KeptFormPlace {
  return { collectiveId, userId, form: `rent-payment ${id} ${upTo}` };
}
