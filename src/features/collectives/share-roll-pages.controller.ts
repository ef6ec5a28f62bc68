import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { OnDayQuery, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { IssuedSharesService } from './issued-shares.service';
import { IssuedSharesForm, ShareRollEntryForm, ShareWithdrawalForm } from './share-roll.forms';
import { ShareChangesPage, ShareRollPage } from './share-roll.pages';
import { SharePreviewPage } from './share-roll-preview.pages';
import { ShareRollPreviewsService } from './share-roll-previews.service';
import { ShareRollPreviewViewService } from './share-roll-preview-view.service';
import { ShareRollService } from './share-roll.service';
import { ShareRollViewService } from './share-roll-view.service';

/** A table of shares that waits to be confirmed. */
interface PreviewPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** Who holds how many shares, and how that came about. */
@ApiExcludeController()
@Controller('villages/:collectiveId/share-roll')
export class ShareRollPagesController {
  constructor(
    private readonly shares: ShareRollService,
    private readonly issued: IssuedSharesService,
    private readonly view: ShareRollViewService,
    private readonly previews: ShareRollPreviewsService,
    private readonly previewView: ShareRollPreviewViewService,
  ) {}

  @Get()
  @HtmlPage()
  async show(
    @Param() { collectiveId }: VillageAddress,
    @Query() { on, page }: OnDayQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return officePage(
      visit,
      'shareRoll',
      h(ShareRollPage, await this.view.page(visit, collectiveId, { on, page })),
    );
  }

  @Get('changes')
  @HtmlPage()
  async changes(
    @Param() { collectiveId }: VillageAddress,
    @Query() { page }: PageQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.changes(visit, collectiveId, { page });
    return officePage(visit, 'shareChanges', h(ShareChangesPage, props));
  }

  @Get('previews/:id')
  @HtmlPage()
  async preview(@Param() at: PreviewPlace, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'shareRoll', h(SharePreviewPage, await this.previewView.pageOf(visit, at)));
  }

  @Post('previews/:id')
  @HtmlPage()
  confirm(@Param() at: PreviewPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.previews.confirm(at.collectiveId, at.id, post.command);
        return { next: villagePaths(at.collectiveId).shareRoll, said: 'shareRollKept' };
      },
      showAgain: async (refused) => {
        const props = await this.previewView.pageOf(post, at, refusedForm(refused));
        return officePage(post, 'shareRoll', h(SharePreviewPage, props));
      },
    });
  }

  @Post('withdrawals')
  @HtmlPage()
  withdraw(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ShareWithdrawalForm, post.body);
        await this.shares.withdrawHolding(collectiveId, form, post.command);
        return { next: `${villagePaths(collectiveId).shareRoll}/changes`, said: 'shareWithdrawn' };
      },
      showAgain: async (refused) => {
        const form = refusedForm(refused);
        const props = await this.view.changes(post, collectiveId, { form });
        return officePage(post, 'shareChanges', h(ShareChangesPage, props));
      },
    });
  }

  @Post('issued')
  @HtmlPage()
  enterIssued(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(IssuedSharesForm, post.body);
        await this.issued.enterIssued(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).shareRoll, said: 'issuedSharesKept' };
      },
      showAgain: async (refused) => {
        const form = refusedForm(refused);
        const props = await this.view.page(post, collectiveId, { form });
        return officePage(post, 'shareRoll', h(ShareRollPage, props));
      },
    });
  }

  @Post()
  @HtmlPage()
  enter(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ShareRollEntryForm, post.body);
        const id = await this.previews.keep(collectiveId, form, post.command);
        return { next: `${villagePaths(collectiveId).shareRoll}/previews/${id}`, said: 'shareRollRead' };
      },
      showAgain: async (refused) => {
        const form = refusedForm(refused);
        return officePage(
          post,
          'shareRoll',
          h(ShareRollPage, await this.view.page(post, collectiveId, { form })),
        );
      },
    });
  }
}
