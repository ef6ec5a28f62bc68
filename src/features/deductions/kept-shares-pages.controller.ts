import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { ShareChangeEntryForm, StationAddress } from './kept-shares.forms';
import { ShareChangePage } from './kept-shares.pages';
import { KeptSharesService } from './kept-shares.service';
import { KeptSharesViewService } from './kept-shares-view.service';

/** The page on which the shares of a kept station are changed. */
@ApiExcludeController()
@Controller('villages/:collectiveId/kept/stations/:assetId/shares')
export class KeptSharesPagesController {
  constructor(
    private readonly view: KeptSharesViewService,
    private readonly shares: KeptSharesService,
  ) {}

  @Get()
  @HtmlPage()
  sharesOf(@Param() at: StationAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawShares(visit, at);
  }

  @Post()
  @HtmlPage()
  changeShares(
    @Param() { collectiveId, assetId }: StationAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ShareChangeEntryForm, post.body);
        await this.shares.changeShares(collectiveId, { assetId, form }, post.command);
        return { next: villagePaths(collectiveId).asset(assetId), said: 'sharesChanged' };
      },
      showAgain: (refused) => this.drawShares(post, { collectiveId, assetId }, refusedForm(refused)),
    });
  }

  private async drawShares(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly assetId: string },
    form?: FormState,
  ): Promise<string> {
    return officePage(visit, 'keptShares', h(ShareChangePage, await this.view.sharesPage(visit, at, form)));
  }
}
