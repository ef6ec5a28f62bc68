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
import { EVERYBODY, PayListDraftingService } from './pay-list-drafting.service';
import { PayListFormPage } from './pay-list-form.pages';
import { PayListFormViewService } from './pay-list-form-view.service';
import { PayListPageForm, PayListQuery } from './pay-lists.forms';
import { PayListsPage } from './pay-lists.pages';
import { PayListsViewService } from './pay-lists-view.service';

/** All pay lists of a village, and a new one. */
@ApiExcludeController()
@Controller('villages/:collectiveId/pay-lists')
export class PayListsPagesController {
  constructor(
    private readonly view: PayListsViewService,
    private readonly forms: PayListFormViewService,
    private readonly drafting: PayListDraftingService,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'payLists', h(PayListsPage, await this.view.page(visit, collectiveId)));
  }

  @Get('new')
  @HtmlPage()
  show(
    @Param() { collectiveId }: VillageAddress,
    @Query() { channel }: PayListQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, collectiveId, { channel });
  }

  @Post('new')
  @HtmlPage()
  draft(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { channel, chosen, everybody, cashWhy } = await readForm(PayListPageForm, post.body);
        const parts = everybody === 'yes' ? EVERYBODY : Object.keys(chosen).join(',');
        const { id } = await this.drafting.draft(collectiveId, { channel, parts, cashWhy }, post.command);
        return { next: villagePaths(collectiveId).payList(id), said: 'payListDrafted' };
      },
      showAgain: (refused) => {
        const { channel } = refused.values;
        return this.draw(post, collectiveId, { channel, refused: refusedForm(refused) });
      },
    });
  }

  private async draw(
    visit: PageVisit,
    collectiveId: string,
    asked: Parameters<PayListFormViewService['page']>[2],
  ): Promise<string> {
    const props = await this.forms.page(visit, collectiveId, asked);
    return officePage(visit, 'payListForm', h(PayListFormPage, props));
  }
}
