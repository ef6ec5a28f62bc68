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
import type { AssetPlace } from './asset-life-view.service';
import { OwnShareActsService } from './own-share-acts.service';
import { OwnSharePage } from './own-share.pages';
import { OwnShareViewService } from './own-share-view.service';
import { ShareTransferEntryForm } from './share-transfers.forms';
import { ShareTransfersService } from './share-transfers.service';

/** The page of an owner's part of a station that somebody else keeps. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets/:id/share')
export class OwnSharePagesController {
  constructor(
    private readonly view: OwnShareViewService,
    private readonly acts: OwnShareActsService,
    private readonly transfers: ShareTransfersService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post('transfer')
  @HtmlPage()
  transfer(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ShareTransferEntryForm, post.body);
        await this.transfers.book(at, form, post.command);
        return { next: villagePaths(at.collectiveId).ownShare(at.id), said: 'shareTransferred' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('register')
  @HtmlPage()
  register(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.acts.bringRegister(at, post.command);
        return { next: villagePaths(at.collectiveId).ownShare(at.id), said: 'assetCorrected' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: AssetPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'ownShare', h(OwnSharePage, await this.view.page(visit, at, form)));
  }
}
