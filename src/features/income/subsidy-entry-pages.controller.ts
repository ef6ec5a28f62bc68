import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { ItemAddress, VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { CutEntryService } from './cut-entry.service';
import {
  SubsidyAdvanceEntryForm,
  SubsidyCutEntryForm,
  SubsidyNoteChoiceForm,
  SubsidyRepaymentEntryForm,
} from './subsidy.forms';
import { SubsidyAdvancesService } from './subsidy-advances.service';
import { SubsidyAdvancesPage, SubsidyCutPage, SubsidyRepaymentPage } from './subsidy-entry.pages';
import { SubsidyNotesService } from './subsidy-notes.service';
import { SubsidyEntryViewService } from './subsidy-entry-view.service';

/** The pages for subsidy that did not come in full, and for money advanced until it comes. */
@ApiExcludeController()
@Controller('villages/:collectiveId/subsidy')
export class SubsidyEntryPagesController {
  constructor(
    private readonly cuts: CutEntryService,
    private readonly advances: SubsidyAdvancesService,
    private readonly notes: SubsidyNotesService,
    private readonly view: SubsidyEntryViewService,
  ) {}

  @Get('cut')
  @HtmlPage()
  showCut(@Param() at: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawCut(visit, at.collectiveId);
  }

  @Post('cut')
  @HtmlPage()
  cut(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(SubsidyCutEntryForm, post.body);
        const { voucher } = await this.cuts.recordCut(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).subsidy;
        return voucher === undefined
          ? { next, said: 'subsidyExplained' }
          : { next, said: 'subsidyCut', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.drawCut(post, collectiveId, refusedForm(refused)),
    });
  }

  @Post('cut/withdrawal')
  @HtmlPage()
  withdrawNote(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { noteId, noteWithdrawn: reason } = await readForm(SubsidyNoteChoiceForm, post.body);
        await this.notes.withdraw(collectiveId, { noteId, reason }, post.command);
        return { next: villagePaths(collectiveId).subsidy, said: 'subsidyNoteWithdrawn' };
      },
      showAgain: (refused) => this.drawCut(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get('advances')
  @HtmlPage()
  showAdvances(@Param() at: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawAdvances(visit, at.collectiveId);
  }

  @Post('advances')
  @HtmlPage()
  advance(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(SubsidyAdvanceEntryForm, post.body);
        const { voucher } = await this.advances.recordAdvance(collectiveId, form, post.command);
        const next = `${villagePaths(collectiveId).subsidy}/advances`;
        return { next, said: 'subsidyAdvanced', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.drawAdvances(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get('advances/:id')
  @HtmlPage()
  showRepayment(@Param() at: ItemAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawRepayment(visit, at);
  }

  @Post('advances/:id')
  @HtmlPage()
  repay(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: advanceId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(SubsidyRepaymentEntryForm, post.body);
        const { voucher } = await this.advances.repay(collectiveId, { advanceId, form }, post.command);
        const next = `${villagePaths(collectiveId).subsidy}/advances`;
        return { next, said: 'subsidyRepaid', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.drawRepayment(post, at, refusedForm(refused)),
    });
  }

  private async drawCut(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.cutPage(visit, collectiveId, form);
    return officePage(visit, 'subsidyCut', h(SubsidyCutPage, props));
  }

  private async drawAdvances(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.advancesPage(visit, collectiveId, form);
    return officePage(visit, 'subsidyAdvances', h(SubsidyAdvancesPage, props));
  }

  private async drawRepayment(visit: PageVisit, at: ItemAddress, form?: FormState): Promise<string> {
    const props = await this.view.repaymentPage(visit, at, form);
    return officePage(visit, 'subsidyRepayment', h(SubsidyRepaymentPage, props));
  }
}
