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
import { DividendsService } from './dividends.service';
import { DividendEntryForm, MemberSharePaymentForm } from './member-shares.forms';
import { MemberSharesPage } from './member-shares.pages';
import { MemberSharesService } from './member-shares.service';
import { MemberSharesViewService } from './member-shares-view.service';

/** What members may be given, the rounds there are, a new one. */
@ApiExcludeController()
@Controller('villages/:collectiveId/member-shares')
export class MemberSharesPagesController {
  constructor(
    private readonly dividends: DividendsService,
    private readonly shares: MemberSharesService,
    private readonly view: MemberSharesViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  draft(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(DividendEntryForm, post.body);
        const { id } = await this.dividends.draftRound(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).dividend(id), said: 'dividendDrafted' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, { draft: refusedForm(refused) }),
    });
  }

  @Post('payments')
  @HtmlPage()
  pay(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(MemberSharePaymentForm, post.body);
        const { entryId, voucherNumber } = await this.shares.payShares(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).voucher(entryId);
        return { next, said: 'voucherBooked', voucher: voucherNumber };
      },
      showAgain: (refused) => this.draw(post, collectiveId, { payment: refusedForm(refused) }),
    });
  }

  private async draw(
    visit: PageVisit,
    collectiveId: string,
    refused: { readonly draft?: FormState; readonly payment?: FormState } = {},
  ): Promise<string> {
    const props = await this.view.pageOf(visit, collectiveId, refused);
    return officePage(visit, 'memberShares', h(MemberSharesPage, props));
  }
}
