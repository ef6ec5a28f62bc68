import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { carryOutKept, keptForm } from '../../platform/http/kept-typing';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import {
  carryOut,
  type Done,
  type PagePost,
  type PageVisit,
  Posted,
  Visit,
} from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import type { FormState } from '../../platform/views/error-summary';
import { DraftViewService } from './draft-view.service';
import { NewVoucherQuery } from './ledger.queries';
import { ManualVouchersService } from './manual-vouchers.service';
import { DraftListPage, DraftPage } from './voucher-draft.pages';
import { VoucherFormPage } from './voucher-form.pages';
import { VoucherDraftsService } from './voucher-drafts.service';
import { type FormAsked, VoucherFormViewService } from './voucher-form-view.service';
import type { VoucherPlace } from './voucher-view.service';
import { DraftSeenForm, VoucherPageForm } from './vouchers.forms';

/** The pages on which vouchers are written, looked over and booked. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class VoucherDraftsPagesController {
  constructor(
    private readonly forms: VoucherFormViewService,
    private readonly views: DraftViewService,
    private readonly drafts: VoucherDraftsService,
    private readonly vouchers: ManualVouchersService,
    private readonly kept: KeptFormsService,
  ) {}

  @Get('vouchers/new')
  @HtmlPage()
  write(
    @Param('collectiveId') collectiveId: string,
    @Query() { draft, pays, on, amount }: NewVoucherQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const asked = { collectiveId, draftId: draft };
    return pays === undefined
      ? this.drawKept(visit, asked)
      : this.drawForm(visit, { ...asked, pays: { entryIds: pays, on, amount } });
  }

  @Post('vouchers/new')
  @HtmlPage()
  async save(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { act, ...body } = post.body;
    const draftId = typeof body['draftId'] === 'string' ? body['draftId'] : undefined;
    const again = (form: FormState, more: boolean): Promise<string> =>
      this.drawForm(post, { collectiveId, draftId, refused: form, more });
    if (act === 'more') {
      await reply
        .status(200)
        .send(await again(refusedForm({ values: typedValues(body), problems: [] }), true));
      return;
    }
    const paths = villagePaths(collectiveId);
    await carryOutKept(
      reply,
      { ...post, body },
      {
        forms: this.kept,
        place: placeOf(post, { collectiveId, draftId }),
        freshHref: withQuery(paths.newVoucher, { draft: draftId }),
        draw: (form) => again(form, false),
        work: async () => {
          const { draftId: id, ...form } = await readForm(VoucherPageForm, body);
          const draft = { form, ...(id === undefined ? {} : { id }) };
          const saved = await this.drafts.saveDraft(collectiveId, draft, post.command);
          return { next: paths.voucherDraft(saved.id), said: 'draftSaved' };
        },
      },
    );
  }

  @Get('voucher-drafts')
  @HtmlPage()
  async list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'drafts', h(DraftListPage, await this.views.listPage(visit, collectiveId)));
  }

  @Get('voucher-drafts/:id')
  @HtmlPage()
  show(@Param() at: VoucherPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawDraft(visit, at);
  }

  @Post('voucher-drafts/:id/review')
  @HtmlPage()
  review(@Param() at: VoucherPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act(post, reply, {
      at,
      work: async () => {
        const { digest } = await readForm(DraftSeenForm, post.body);
        await this.drafts.reviewDraft(at.collectiveId, { id: at.id, digest }, post.command);
        return { next: villagePaths(at.collectiveId).voucherDraft(at.id), said: 'draftReviewed' };
      },
    });
  }

  @Post('voucher-drafts/:id/post')
  @HtmlPage()
  book(@Param() at: VoucherPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act(post, reply, {
      at,
      work: async () => {
        const booked = await this.vouchers.postDraft(at.collectiveId, at.id, post.command);
        const next = villagePaths(at.collectiveId).voucher(booked.entryId);
        return { next, said: 'voucherBooked', voucher: booked.voucherNumber };
      },
    });
  }

  @Post('voucher-drafts/:id/void')
  @HtmlPage()
  void(@Param() at: VoucherPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act(post, reply, {
      at,
      work: async () => {
        await this.drafts.voidDraft(at.collectiveId, at.id, post.command);
        return { next: villagePaths(at.collectiveId).voucherDrafts, said: 'draftVoided' };
      },
    });
  }

  private act(
    post: PagePost,
    reply: FastifyReply,
    { at, work }: { at: VoucherPlace; work: () => Promise<Done> },
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work,
      showAgain: (refused) => this.drawDraft(post, at, refusedForm(refused)),
    });
  }

  /** The form with what was typed of it and never saved, where something was. */
  private async drawKept(visit: PageVisit, asked: FormAsked): Promise<string> {
    const kept = await keptForm(this.kept, visit, placeOf(visit, asked));
    return this.drawForm(visit, { ...asked, refused: kept });
  }

  private async drawForm(visit: PageVisit, asked: FormAsked): Promise<string> {
    return officePage(visit, 'newVoucher', h(VoucherFormPage, await this.forms.voucherForm(visit, asked)));
  }

  private async drawDraft(visit: PageVisit, at: VoucherPlace, refused?: FormState): Promise<string> {
    return officePage(visit, 'draft', h(DraftPage, await this.views.draftPage(visit, at, refused)));
  }
}

/** Where a voucher is kept while it is typed: one new one, and one of each draft. */
function placeOf(
  { actor }: Pick<PageVisit, 'actor'>,
  { collectiveId, draftId }: Pick<FormAsked, 'collectiveId' | 'draftId'>,
): KeptFormPlace {
  return { collectiveId, userId: actor.userId, form: `voucher ${draftId ?? 'new'}` };
}
