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
import { MemberSharePageForm } from './member-shares.forms';
import { MemberSharesPage } from './member-shares.pages';
import { MemberSharesService } from './member-shares.service';
import { MemberSharesViewService } from './member-shares-view.service';

/** The page on which members are given their share of the surplus, and paid it. */
@ApiExcludeController()
@Controller('villages/:collectiveId/member-shares')
export class MemberSharesPagesController {
  constructor(
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
  enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { shareAct, ...form } = await readForm(MemberSharePageForm, post.body);
        const { entryId, voucherNumber } = await (shareAct === 'pay'
          ? this.shares.payShares(collectiveId, form, post.command)
          : this.shares.giveShares(collectiveId, form, post.command));
        const next = villagePaths(collectiveId).voucher(entryId);
        return { next, said: 'voucherBooked', voucher: voucherNumber };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.pageOf(visit, collectiveId, form);
    return officePage(visit, 'memberShares', h(MemberSharesPage, props));
  }
}
