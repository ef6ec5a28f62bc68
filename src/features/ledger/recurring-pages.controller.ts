import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { CounterpartiesPage } from './counterparties.pages';
import { CounterpartiesService } from './counterparties.service';
import { EditQuery } from './ledger.queries';
import { RecurringMonthPage } from './recurring-month.pages';
import { RecurringFormPage, RecurringListPage } from './recurring-vouchers.pages';
import { RecurringVouchersService } from './recurring-vouchers.service';
import { RecurringViewService } from './recurring-view.service';
import { type FormAsked, VoucherFormViewService } from './voucher-form-view.service';
import type { VoucherPlace } from './voucher-view.service';
import {
  CounterpartyPageForm,
  RecurringBookingForm,
  RecurringEntryForm,
  RecurringMonthForm,
  RecurringWaiverForm,
} from './vouchers.forms';

/** A recurring voucher in one of its months, as an address names it. */
interface RecurringPlace extends VoucherPlace {
  readonly month: string;
}

/** The pages of vouchers that come again, and of counterparties. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class RecurringPagesController {
  constructor(
    private readonly views: RecurringViewService,
    private readonly forms: VoucherFormViewService,
    private readonly recurring: RecurringVouchersService,
    private readonly counterparties: CounterpartiesService,
  ) {}

  @Get('recurring-vouchers')
  @HtmlPage()
  list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawList(visit, collectiveId);
  }

  @Get('recurring-vouchers/new')
  @HtmlPage()
  write(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawForm(visit, { collectiveId });
  }

  @Post('recurring-vouchers/new')
  @HtmlPage()
  async add(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { act, ...body } = post.body;
    const again = (refused: FormState, more: boolean): Promise<string> =>
      this.drawForm(post, { collectiveId, refused, more });
    if (act === 'more') {
      await reply
        .status(200)
        .send(await again(refusedForm({ values: typedValues(body), problems: [] }), true));
      return;
    }
    await carryOut(reply, body, {
      work: async () => {
        const form = await readForm(RecurringEntryForm, body);
        await this.recurring.addRecurring(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).recurringVouchers, said: 'recurringKept' };
      },
      showAgain: (refused) => again(refusedForm(refused), false),
    });
  }

  @Get('recurring-vouchers/:id/months/:month')
  @HtmlPage()
  showMonth(@Param() at: RecurringPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawMonth(visit, at);
  }

  @Post('recurring-vouchers/:id/months/:month/book')
  @HtmlPage()
  book(@Param() at: RecurringPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { collectiveId, id, month } = at;
        const { attachments } = await readForm(RecurringBookingForm, post.body);
        const due = { id, month, attachments };
        const booked = await this.recurring.bookRecurring(collectiveId, due, post.command);
        const next = villagePaths(collectiveId).month(month);
        return { next, said: 'voucherBooked', voucher: booked.voucherNumber };
      },
      showAgain: (refused) => this.drawMonth(post, at, refusedForm(refused)),
    });
  }

  @Post('recurring-vouchers/:id/months/:month/waive')
  @HtmlPage()
  waive(@Param() at: RecurringPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { collectiveId, id, month } = at;
        const { reason } = await readForm(RecurringWaiverForm, post.body);
        await this.recurring.waiveRecurring(collectiveId, { id, month, reason }, post.command);
        return { next: villagePaths(collectiveId).month(month), said: 'recurringWaived' };
      },
      showAgain: (refused) => this.drawMonth(post, at, refusedForm(refused)),
    });
  }

  @Post('recurring-vouchers/:id/end')
  @HtmlPage()
  end(@Param() at: VoucherPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { month } = await readForm(RecurringMonthForm, post.body);
        await this.recurring.endRecurring(at.collectiveId, { id: at.id, toMonth: month }, post.command);
        return { next: villagePaths(at.collectiveId).recurringVouchers, said: 'recurringEnded' };
      },
      showAgain: (refused) => this.drawList(post, at.collectiveId, refusedForm(refused)),
    });
  }

  @Get('counterparties')
  @HtmlPage()
  register(
    @Param('collectiveId') collectiveId: string,
    @Query() { edit }: EditQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.drawRegister(visit, collectiveId, { editing: edit });
  }

  @Post('counterparties')
  @HtmlPage()
  enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { id, ...form } = await readForm(CounterpartyPageForm, post.body);
        if (id === undefined) await this.counterparties.addCounterparty(collectiveId, form, post.command);
        else await this.counterparties.changeCounterparty(collectiveId, { ...form, id }, post.command);
        return { next: villagePaths(collectiveId).counterparties, said: 'counterpartyKept' };
      },
      showAgain: (refused) =>
        this.drawRegister(post, collectiveId, {
          editing: refused.values['id'],
          refused: refusedForm(refused),
        }),
    });
  }

  private async drawList(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<string> {
    const props = await this.views.recurringPage(visit, collectiveId, refused);
    return officePage(visit, 'recurring', h(RecurringListPage, props));
  }

  private async drawMonth(visit: PageVisit, at: RecurringPlace, refused?: FormState): Promise<string> {
    const props = await this.views.monthPage(visit, at, refused);
    return officePage(visit, 'recurring', h(RecurringMonthPage, props));
  }

  private async drawForm(visit: PageVisit, asked: FormAsked): Promise<string> {
    return officePage(visit, 'recurring', h(RecurringFormPage, await this.forms.recurringForm(visit, asked)));
  }

  private async drawRegister(
    visit: PageVisit,
    collectiveId: string,
    asked: { readonly editing: string | undefined; readonly refused?: FormState },
  ): Promise<string> {
    const props = await this.views.counterpartiesPage(visit, collectiveId, asked);
    return officePage(visit, 'counterparties', h(CounterpartiesPage, props));
  }
}
