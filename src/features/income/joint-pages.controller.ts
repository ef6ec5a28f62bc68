import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { KeptSlipAddress, PassingOnEntryForm, SplitNowEntryForm } from './joint.forms';
import { JointPaymentsService } from './joint-payments.service';
import { KeptSlipPage } from './kept-slip.pages';
import { KeptStationsPage } from './joint.pages';
import { PassingOnPage } from './joint-forms.pages';
import { JointViewService } from './joint-view.service';
import { SlipsService } from './slips.service';
import { SplitNowService } from './split-now.service';

/** The pages of whoever keeps joint stations for their owners. */
@ApiExcludeController()
@Controller('villages/:collectiveId/kept')
export class JointPagesController {
  constructor(
    private readonly view: JointViewService,
    private readonly slips: SlipsService,
    private readonly alone: SplitNowService,
    private readonly payments: JointPaymentsService,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'kept', h(KeptStationsPage, await this.view.listPage(visit, collectiveId)));
  }

  @Get('slips/:slipId')
  @HtmlPage()
  async slip(@Param() at: KeptSlipAddress, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'keptSlip', h(KeptSlipPage, await this.view.slipPage(visit, at)));
  }

  /** Sends what waits once more; the page says of each that still does why. */
  @Post('slips/:slipId')
  @HttpCode(200)
  @HtmlPage()
  async send(@Param() at: KeptSlipAddress, @Posted() post: PagePost): Promise<string> {
    const stuck = await this.slips.sendAll(at.collectiveId);
    return officePage(post, 'keptSlip', h(KeptSlipPage, await this.view.slipPage(post, at, stuck)));
  }

  /** Splits what of a slip waits without the next one; it is sent to its owners at once. */
  @Post('slips/:slipId/split')
  @HtmlPage()
  split(@Param() at: KeptSlipAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, slipId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(SplitNowEntryForm, post.body);
        const { id, voucher } = await this.alone.split(collectiveId, { slipId, form }, post.command);
        await this.slips.send(collectiveId);
        const next = villagePaths(collectiveId).keptSlip(id);
        return { next, said: 'splitNow', voucher: voucher.voucherNumber };
      },
      showAgain: async (refused) => {
        const page = await this.view.slipPage(post, { collectiveId, slipId, refused: refusedForm(refused) });
        return officePage(post, 'keptSlip', h(KeptSlipPage, page));
      },
    });
  }

  @Get('payments/new')
  @HtmlPage()
  passingOn(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawPassingOn(visit, collectiveId);
  }

  @Post('payments/new')
  @HtmlPage()
  passOn(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PassingOnEntryForm, post.body);
        const { voucher } = await this.payments.payOwners(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).kept, said: 'passedOn', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.drawPassingOn(post, collectiveId, refusedForm(refused)),
    });
  }

  private async drawPassingOn(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.passingOnPage(visit, collectiveId, form);
    return officePage(visit, 'passingOn', h(PassingOnPage, props));
  }
}
