import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PaidTaxQuery } from './income.queries';
import {
  PeriodTaxEntryForm,
  TaxPaymentEntryForm,
  TaxPeriodAddress,
  TaxStatusEntryForm,
  TaxWaiverEntryForm,
} from './tax.forms';
import { TaxPage, TaxPeriodPage, TaxStatusPage } from './tax.pages';
import { TaxViewService } from './tax-view.service';
import { TaxesService } from './taxes.service';

/** The pages of value-added tax. */
@ApiExcludeController()
@Controller('villages/:collectiveId/taxes')
export class TaxPagesController {
  constructor(
    private readonly taxes: TaxesService,
    private readonly view: TaxViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param() { collectiveId }: VillageAddress,
    @Query() paid: PaidTaxQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, { collectiveId, paid });
  }

  @Post()
  @HtmlPage()
  pay(@Param() at: VillageAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(TaxPaymentEntryForm, post.body);
        const { voucher } = await this.taxes.pay(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).taxes, said: 'taxPaid', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Get('status')
  @HtmlPage()
  showStatus(@Param() at: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawStatus(visit, at.collectiveId);
  }

  @Post('status')
  @HtmlPage()
  noteStatus(
    @Param() at: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(TaxStatusEntryForm, post.body);
        await this.taxes.recordStatus(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).taxes, said: 'taxStatusNoted' };
      },
      showAgain: (refused) => this.drawStatus(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':from')
  @HtmlPage()
  showPeriod(@Param() at: TaxPeriodAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawPeriod(visit, at);
  }

  @Post(':from')
  @HtmlPage()
  book(@Param() at: TaxPeriodAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, from } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PeriodTaxEntryForm, post.body);
        const { voucher } = await this.taxes.bookPeriod(collectiveId, { from, form }, post.command);
        return { next: villagePaths(collectiveId).taxes, said: 'taxBooked', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.drawPeriod(post, at, refusedForm(refused)),
    });
  }

  @Post(':from/waiver')
  @HtmlPage()
  waive(@Param() at: TaxPeriodAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, from } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(TaxWaiverEntryForm, post.body);
        await this.taxes.waivePeriod(collectiveId, { from, form }, post.command);
        return { next: villagePaths(collectiveId).taxes, said: 'taxWaived' };
      },
      showAgain: (refused) => this.drawPeriod(post, at, refusedForm(refused)),
    });
  }

  private async draw(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly paid?: PaidTaxQuery },
    form?: FormState,
  ): Promise<string> {
    return officePage(visit, 'taxes', h(TaxPage, await this.view.listPage(visit, at, form)));
  }

  private async drawStatus(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    return officePage(
      visit,
      'taxStatus',
      h(TaxStatusPage, await this.view.statusPage(visit, collectiveId, form)),
    );
  }

  private async drawPeriod(visit: PageVisit, at: TaxPeriodAddress, form?: FormState): Promise<string> {
    return officePage(visit, 'taxPeriod', h(TaxPeriodPage, await this.view.periodPage(visit, at, form)));
  }
}
