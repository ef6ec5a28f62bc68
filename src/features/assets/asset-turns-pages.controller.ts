import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, Posted } from '../../platform/http/page-visit';
import { type AssetPlace, AssetLifeViewService, type LifeAsked } from './asset-life-view.service';
import { AssetLifePage } from './asset-life.pages';
import { TurnEntryForm, TurnWithdrawalForm } from './asset-turns.forms';
import { AssetTurnsService, type TurnAt } from './asset-turns.service';

/** What is decided about an asset that stays, on the page of its life. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets')
export class AssetTurnsPagesController {
  constructor(
    private readonly turns: AssetTurnsService,
    private readonly view: AssetLifeViewService,
  ) {}

  @Post(':id/life/turn')
  @HtmlPage()
  record(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(TurnEntryForm, post.body);
        await this.turns.record(at.collectiveId, { assetId: at.id, form }, post.command);
        return { next: villagePaths(at.collectiveId).assetLife(at.id), said: 'turnKept' };
      },
      showAgain: (refused) => this.draw(post, at, { act: 'turn', form: refusedForm(refused) }),
    });
  }

  @Post(':assetId/life/turns/:turnId/withdrawal')
  @HtmlPage()
  withdraw(@Param() at: TurnAt, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, assetId: id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { turnWithdrawn } = await readForm(TurnWithdrawalForm, post.body);
        await this.turns.withdraw(at, turnWithdrawn, post.command);
        return { next: villagePaths(collectiveId).assetLife(id), said: 'turnWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, { collectiveId, id }, { form: refusedForm(refused) }),
    });
  }

  private async draw(post: PagePost, at: AssetPlace, asked: LifeAsked): Promise<string> {
    return officePage(post, 'assetLife', h(AssetLifePage, await this.view.pageOf(post, at, asked)));
  }
}
