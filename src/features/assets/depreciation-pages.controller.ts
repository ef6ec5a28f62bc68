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
import { AssetDepreciationPage } from './asset-depreciation.pages';
import { type DepreciationAsked, DepreciationViewService } from './depreciation-view.service';
import { DepreciationQuery, TermsAddress, TermsEntryForm, TermsWithdrawalForm } from './depreciation.forms';
import { DepreciationPage } from './depreciation.pages';
import { DepreciationService } from './depreciation.service';

/** The pages of what assets lose in value: a month of all of them, and one of them over its months. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class DepreciationPagesController {
  constructor(
    private readonly depreciation: DepreciationService,
    private readonly view: DepreciationViewService,
  ) {}

  @Get('depreciation')
  @HtmlPage()
  showMonth(
    @Param('collectiveId') collectiveId: string,
    @Query() { month }: DepreciationQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.drawMonth(visit, { collectiveId, month });
  }

  @Post('depreciation/:month/book')
  @HtmlPage()
  book(
    @Param() at: { readonly collectiveId: string; readonly month: string },
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const booked = await this.depreciation.bookMonth(at.collectiveId, at.month, post.command);
        const next = villagePaths(at.collectiveId).depreciation(at.month);
        const said = booked.moved === undefined ? 'depreciationBooked' : 'depreciationOfEarlierYear';
        return { next, said, voucher: booked.voucherNumber };
      },
      showAgain: (refused) => this.drawMonth(post, at, refusedForm(refused)),
    });
  }

  @Get('assets/:id/depreciation')
  @HtmlPage()
  showAsset(
    @Param() at: { readonly collectiveId: string; readonly id: string },
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.drawAsset(visit, at);
  }

  @Post('assets/:id/depreciation')
  @HtmlPage()
  enter(
    @Param() at: { readonly collectiveId: string; readonly id: string },
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(TermsEntryForm, post.body);
        await this.depreciation.enterTerms(at.collectiveId, { assetId: at.id, form }, post.command);
        return { next: villagePaths(at.collectiveId).assetDepreciation(at.id), said: 'termsKept' };
      },
      showAgain: (refused) => this.drawAsset(post, at, refusedForm(refused)),
    });
  }

  @Post('assets/:id/depreciation/:number/withdrawal')
  @HtmlPage()
  withdraw(@Param() at: TermsAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { termsWithdrawn: reason } = await readForm(TermsWithdrawalForm, post.body);
        const given = { assetId: id, number: Number(at.number), reason };
        await this.depreciation.withdrawTerms(collectiveId, given, post.command);
        return { next: villagePaths(collectiveId).assetDepreciation(id), said: 'termsWithdrawn' };
      },
      showAgain: (refused) => this.drawAsset(post, { collectiveId, id }, refusedForm(refused)),
    });
  }

  private async drawMonth(visit: PageVisit, asked: DepreciationAsked, refused?: FormState): Promise<string> {
    return officePage(
      visit,
      'depreciation',
      h(DepreciationPage, await this.view.monthPage(visit, asked, refused)),
    );
  }

  private async drawAsset(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly id: string },
    refused?: FormState,
  ): Promise<string> {
    const props = await this.view.assetPage(visit, at, refused);
    return officePage(visit, 'assetDepreciation', h(AssetDepreciationPage, props));
  }
}
