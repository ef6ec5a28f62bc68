import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { filledForm, officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { AssetFormPage } from './asset-form.pages';
import { AssetEntryForm, newAssetOf, TypedDayQuery } from './assets.forms';
import { AssetListPage } from './asset-list.pages';
import { AssetPage } from './assets.pages';
import { AssetsService } from './assets.service';
import type { AssetPlace } from './asset-particulars-view.service';
import { AssetViewService } from './asset-view.service';

/** The pages of the register of assets. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets')
export class AssetsPagesController {
  constructor(
    private readonly assets: AssetsService,
    private readonly view: AssetViewService,
  ) {}

  @Get()
  @HtmlPage()
  async list(
    @Param('collectiveId') collectiveId: string,
    @Query() { on }: TypedDayQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return officePage(visit, 'assets', h(AssetListPage, await this.view.listPage(visit, collectiveId, on)));
  }

  @Get('new')
  @HtmlPage()
  async empty(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'newAsset', h(AssetFormPage, await this.view.formPage(visit, collectiveId, {})));
  }

  @Post('new')
  @HtmlPage()
  async enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { moreRows, ...body } = post.body;
    if (typeof moreRows === 'string') {
      const given = { form: filledForm(typedValues(body)), more: moreRows };
      const props = await this.view.formPage(post, collectiveId, given);
      await reply.status(200).send(officePage(post, 'newAsset', h(AssetFormPage, props)));
      return;
    }
    await carryOut(reply, body, {
      work: async () => {
        const form = newAssetOf(await readForm(AssetEntryForm, body));
        const { id } = await this.assets.addAsset(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).asset(id), said: 'assetAdded' };
      },
      showAgain: async (refused) => {
        const props = await this.view.formPage(post, collectiveId, { form: refusedForm(refused) });
        return officePage(post, 'newAsset', h(AssetFormPage, props));
      },
    });
  }

  @Get(':id')
  @HtmlPage()
  async show(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'asset', h(AssetPage, await this.view.assetPage(visit, at)));
  }
}
