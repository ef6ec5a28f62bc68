import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { carryOutKept, keptForm } from '../../platform/http/kept-typing';
import { officePage } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import type { FormState } from '../../platform/views/error-summary';
import { ReceiptEntryForm } from './income.forms';
import { ReceiptQuery } from './income.queries';
import { type IncomeAsked, receiptHref, ReceiptViewService } from './receipt-view.service';
import { ReceiptFormPage } from './receipt.pages';
import { ReceiptsService } from './receipts.service';

/** The page on which money that came into the bank is ticked off. */
@ApiExcludeController()
@Controller('villages/:collectiveId/receipts/new')
export class ReceiptPagesController {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly view: ReceiptViewService,
    private readonly forms: KeptFormsService,
  ) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('collectiveId') collectiveId: string,
    @Query() query: ReceiptQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const kept = await keptForm(this.forms, visit, placeOf(visit, collectiveId, query));
    return this.draw(visit, askedOf(collectiveId, query), kept);
  }

  @Post()
  @HtmlPage()
  async enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = await readForm(ReceiptQuery, post.query);
    const asked = askedOf(collectiveId, query);
    await carryOutKept(reply, post, {
      forms: this.forms,
      place: placeOf(post, collectiveId, query),
      freshHref: receiptHref(asked),
      draw: (form) => this.draw(post, asked, form),
      work: async () => {
        const form = await readForm(ReceiptEntryForm, post.body);
        const { voucher } = await this.receipts.recordReceipt(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).month(form.receivedOn.slice(0, 7));
        return { next, said: 'receiptBooked', voucher: voucher.voucherNumber };
      },
    });
  }

  private async draw(visit: PageVisit, asked: IncomeAsked, form?: FormState): Promise<string> {
    return officePage(visit, 'receipt', h(ReceiptFormPage, await this.view.receiptPage(visit, asked, form)));
  }
}

function askedOf(collectiveId: string, query: ReceiptQuery): IncomeAsked {
  const { asset, stream, month, owed, amount, on, payer } = query;
  const bank = owed === undefined ? undefined : { owed: owed.split(','), amount, on };
  const isBatch = stream === 'subsidy' && bank === undefined && amount !== undefined && amount !== '';
  const batch = isBatch ? { amount, on, payer } : undefined;
  return { collectiveId, assetId: asset, stream, month, bank, batch };
}

/** A receipt is kept by what it was opened for: one task's money is not shown as another's. */
function placeOf(visit: PageVisit, collectiveId: string, query: ReceiptQuery): KeptFormPlace {
  const { asset, stream, month, owed, amount, on, payer } = query;
  const opened = [asset, stream, month, owed, amount, on, payer].map((each = '') =>
    each === '' ? '-' : each,
  );
  return { collectiveId, userId: visit.actor.userId, form: `receipt ${opened.join(' ')}` };
}
