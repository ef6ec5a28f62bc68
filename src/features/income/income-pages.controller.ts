import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { isMonth } from '../../domain/calendar/calendar-day';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { carryOutKept, freshAgain, keptForm } from '../../platform/http/kept-typing';
import { filledForm, officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import type { FormState } from '../../platform/views/error-summary';
import { IncomeDueEntryForm, SettlementEntryForm } from './income.forms';
import { SettlementQuery } from './income.queries';
import { IncomeService } from './income.service';
import { IncomeDueViewService } from './income-due-view.service';
import { RentFormPage } from './income-due.pages';
import { SlipEntryService } from './slip-entry.service';
import { SettlementFormPage } from './settlement.pages';
import { type SlipAsked, slipFormPlace, type TypedSlip } from './settlement-view.service';
import { SlipPagesService } from './slip-pages.service';

/** The pages on which income falls due: settlement slips, rent and other income. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class IncomePagesController {
  constructor(
    private readonly income: IncomeService,
    private readonly entering: SlipEntryService,
    private readonly slips: SlipPagesService,
    private readonly rents: IncomeDueViewService,
    private readonly forms: KeptFormsService,
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
  async enterSlip(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const typed = typedValues(post.body);
    const { tryOut, dropTyped, ...values } = typed;
    const { assetId, generationMonth: month } = values;
    const asked = { collectiveId, assetId, month };
    const place = slipFormPlace(post, { collectiveId, assetId: assetId ?? '', month: month ?? '' });
    if (dropTyped !== undefined) {
      await this.forms.dropForm(place);
      const fresh = villagePaths(collectiveId).entry('settlements', { asset: assetId, month });
      await reply.redirect(freshAgain(post, fresh), 303);
      return;
    }
    if (tryOut !== undefined) {
      const form = filledForm(values);
      if (isMonth(month ?? '')) await this.forms.keepForm(place, values);
      await reply.status(200).send(await this.drawSlip(post, asked, { form, tried: true }));
      return;
    }
    await carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(SettlementEntryForm, post.body);
        const { id, voucher, waiting, receipt, postedOn } = await this.entering.enterSlip(
          collectiveId,
          form,
          post.command,
        );
        const { entryId } = voucher ?? {};
        const booked = { assetId: form.assetId, month: form.generationMonth, postedOn, entryId };
        await this.slips.givePapers(place, booked, post.command);
        await this.forms.dropForm(place);
        const next = villagePaths(collectiveId).month(postedOn.slice(0, 7));
        if (voucher === undefined) return { next, said: 'settlementKept' };
        if (waiting !== undefined) {
          const said = waiting.length === 0 ? 'keptSlipSent' : 'keptSlipWaits';
          return { next: villagePaths(collectiveId).keptSlip(id), said, voucher: voucher.voucherNumber };
        }
        const said = receipt === undefined ? 'settlementBooked' : 'settlementReceived';
        return { next, said, voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.drawSlip(post, asked, { form: refusedForm(refused) }),
    });
  }

  @Get('income/new')
  @HtmlPage()
  async rent(
    @Param('collectiveId') collectiveId: string,
    @Query() { asset, month }: SettlementQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const asked = { collectiveId, assetId: asset, month };
    return this.drawRent(visit, asked, await keptForm(this.forms, visit, rentPlace(visit, asked)));
  }

  @Post('income/new')
  @HtmlPage()
  async enterRent(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { asset, month } = await readForm(SettlementQuery, post.query);
    const asked = { collectiveId, assetId: asset, month };
    await carryOutKept(reply, post, {
      forms: this.forms,
      place: rentPlace(post, asked),
      freshHref: villagePaths(collectiveId).entry('income', { asset, month }),
      draw: (form) => this.drawRent(post, asked, form),
      work: async () => {
        const form = await readForm(IncomeDueEntryForm, post.body);
        const { voucher } = await this.income.recordIncomeDue(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).month(form.postedOn.slice(0, 7));
        return { next, said: 'incomeBooked', voucher: voucher.voucherNumber };
      },
    });
  }

  private async drawSlip(visit: PageVisit, asked: SlipAsked, typed?: TypedSlip): Promise<string> {
    return officePage(
      visit,
      'settlement',
      h(SettlementFormPage, await this.slips.pageOf(visit, asked, { typed })),
    );
  }

  private async drawRent(visit: PageVisit, asked: SlipAsked, form?: FormState): Promise<string> {
    const props = await this.rents.pageOf(visit, asked, form);
    return officePage(visit, 'incomeDue', h(RentFormPage, props));
  }
}

/** Where rent or other income is kept while it is typed: one form of each asset and month. */
function rentPlace(visit: PageVisit, { collectiveId, assetId, month }: SlipAsked): KeptFormPlace {
  return {
    collectiveId,
    userId: visit.actor.userId,
    form: `income ${assetId ?? '-'} ${month ?? '-'}`,
  };
}
