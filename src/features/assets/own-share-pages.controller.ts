import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { AssetPlace } from './asset-life-view.service';
import { OwnShareActsService } from './own-share-acts.service';
import { OwnSharePage } from './own-share.pages';
import { OwnShareViewService } from './own-share-view.service';

/** The page of an owner's part of a station that somebody else keeps. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets/:id/share')
export class OwnSharePagesController {
  constructor(
    private readonly view: OwnShareViewService,
    private readonly acts: OwnShareActsService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post('voucher')
  @HtmlPage()
  write(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { id } = await this.acts.writeVoucher(at, post.command);
        const next = withQuery(villagePaths(at.collectiveId).newVoucher, { draft: id });
        return { next, said: 'draftSaved' };
      },
      showAgain: () => this.draw(post, at),
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
      showAgain: () => this.draw(post, at),
    });
  }

  private async draw(visit: PageVisit, at: AssetPlace): Promise<string> {
    return officePage(visit, 'ownShare', h(OwnSharePage, await this.view.page(visit, at)));
  }
}
