import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { type AssetPlace, AssetLifeViewService, type LifeAsked } from './asset-life-view.service';
import { ChangeEntryForm, LeavingEntryForm, LifeQuery } from './asset-life.forms';
import { AssetLifePage } from './asset-life.pages';
import { AssetLifeService } from './asset-life.service';

/** The page of what happens to an asset. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets/:id/life')
export class AssetLifePagesController {
  constructor(
    private readonly life: AssetLifeService,
    private readonly view: AssetLifeViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: AssetPlace, @Query() { act }: LifeQuery, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at, { act });
  }

  @Post('change')
  @HtmlPage()
  change(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ChangeEntryForm, post.body);
        const given = { assetId: at.id, form };
        const booked = await this.life.recordChange(at.collectiveId, given, post.command);
        const next = villagePaths(at.collectiveId).assetLife(at.id);
        return { next, said: 'changeBooked', voucher: booked.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, { act: 'change', form: refusedForm(refused) }),
    });
  }

  @Post('leave')
  @HtmlPage()
  leave(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(LeavingEntryForm, post.body);
        const given = { assetId: at.id, form };
        const booked = await this.life.recordLeaving(at.collectiveId, given, post.command);
        const next = villagePaths(at.collectiveId).assetLife(at.id);
        return { next, said: 'leavingBooked', voucher: booked.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, { act: 'leave', form: refusedForm(refused) }),
    });
  }

  private async draw(visit: PageVisit, at: AssetPlace, asked: LifeAsked): Promise<string> {
    return officePage(visit, 'assetLife', h(AssetLifePage, await this.view.pageOf(visit, at, asked)));
  }
}
