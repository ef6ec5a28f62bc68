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
import { ReceiptEntryForm } from './income.forms';
import { ReceiptQuery } from './income.queries';
import { type IncomeAsked, ReceiptViewService } from './receipt-view.service';
import { ReceiptFormPage } from './receipt.pages';
import { ReceiptsService } from './receipts.service';

/** The page on which money that came into the bank is ticked off. */
@ApiExcludeController()
@Controller('villages/:collectiveId/receipts/new')
export class ReceiptPagesController {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly view: ReceiptViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param('collectiveId') collectiveId: string,
    @Query() query: ReceiptQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const { asset, stream, month, owed, amount, on, payer } = query;
    const bank = owed === undefined ? undefined : { owed: owed.split(','), amount, on };
    const isBatch = stream === 'subsidy' && bank === undefined && amount !== undefined && amount !== '';
    const batch = isBatch ? { amount, on, payer } : undefined;
    return this.draw(visit, { collectiveId, assetId: asset, stream, month, bank, batch });
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
        const form = await readForm(ReceiptEntryForm, post.body);
        const { voucher } = await this.receipts.recordReceipt(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).month(form.receivedOn.slice(0, 7));
        return { next, said: 'receiptBooked', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => {
        const asked = { collectiveId, assetId: undefined, stream: undefined, month: undefined };
        return this.draw(post, asked, refusedForm(refused));
      },
    });
  }

  private async draw(visit: PageVisit, asked: IncomeAsked, form?: FormState): Promise<string> {
    return officePage(visit, 'receipt', h(ReceiptFormPage, await this.view.receiptPage(visit, asked, form)));
  }
}
