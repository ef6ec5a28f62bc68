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
import { IncomeDueEntryForm, SettlementEntryForm } from './income.forms';
import { SettlementQuery } from './income.queries';
import { IncomeService } from './income.service';
import { ReceiptViewService } from './receipt-view.service';
import { RentFormPage } from './receipt.pages';
import { SlipEntryService } from './slip-entry.service';
import { SettlementFormPage } from './settlement.pages';
import { SettlementViewService, type SlipAsked } from './settlement-view.service';

/** The pages on which income falls due: settlement slips, rent and other income. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class IncomePagesController {
  constructor(
    private readonly income: IncomeService,
    private readonly entering: SlipEntryService,
    private readonly slips: SettlementViewService,
    private readonly rents: ReceiptViewService,
  ) {}

  @Get('settlements/new')
  @HtmlPage()
  slip(
    @Param('collectiveId') collectiveId: string,
    @Query() { asset, month }: SettlementQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.drawSlip(visit, { collectiveId, assetId: asset, month });
  }

  @Post('settlements/new')
  @HtmlPage()
  enterSlip(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(SettlementEntryForm, post.body);
        const { id, voucher, waiting, receipt, postedOn } = await this.entering.enterSlip(
          collectiveId,
          form,
          post.command,
        );
        const next = villagePaths(collectiveId).month(postedOn.slice(0, 7));
        if (voucher === undefined) return { next, said: 'settlementKept' };
        if (waiting !== undefined) {
          const said = waiting.length === 0 ? 'keptSlipSent' : 'keptSlipWaits';
          return { next: villagePaths(collectiveId).keptSlip(id), said, voucher: voucher.voucherNumber };
        }
        const said = receipt === undefined ? 'settlementBooked' : 'settlementReceived';
        return { next, said, voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => {
        const { assetId, generationMonth } = refused.values;
        return this.drawSlip(post, { collectiveId, assetId, month: generationMonth }, refusedForm(refused));
      },
    });
  }

  @Get('income/new')
  @HtmlPage()
  rent(
    @Param('collectiveId') collectiveId: string,
    @Query() query: SettlementQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.drawRent(visit, { collectiveId, assetId: query.asset, month: query.month });
  }

  @Post('income/new')
  @HtmlPage()
  enterRent(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(IncomeDueEntryForm, post.body);
        const { voucher } = await this.income.recordIncomeDue(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).month(form.postedOn.slice(0, 7));
        return { next, said: 'incomeBooked', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => {
        const asked = { collectiveId, assetId: undefined, month: undefined };
        return this.drawRent(post, asked, refusedForm(refused));
      },
    });
  }

  private async drawSlip(visit: PageVisit, asked: SlipAsked, form?: FormState): Promise<string> {
    return officePage(
      visit,
      'settlement',
      h(SettlementFormPage, await this.slips.pageOf(visit, asked, form)),
    );
  }

  private async drawRent(visit: PageVisit, asked: SlipAsked, form?: FormState): Promise<string> {
    const props = await this.rents.rentPage(visit, { ...asked, stream: undefined }, form);
    return officePage(visit, 'incomeDue', h(RentFormPage, props));
  }
}
