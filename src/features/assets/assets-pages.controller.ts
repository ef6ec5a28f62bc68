import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { carryOutKept, keptForm } from '../../platform/http/kept-typing';
import { filledForm, officePage } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import { AssetFormPage } from './asset-form.pages';
import { AssetEntryForm, newAssetOf, TypedDayQuery } from './assets.forms';
import { AssetListPage } from './asset-list.pages';
import { AssetPage } from './assets.pages';
import { AssetsService } from './assets.service';
import type { AssetPlace } from './asset-particulars-view.service';
import { AssetViewService, type NewAssetAsked } from './asset-view.service';

/** The pages of the register of assets. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets')
export class AssetsPagesController {
  constructor(
    private readonly assets: AssetsService,
    private readonly view: AssetViewService,
    private readonly forms: KeptFormsService,
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
    const form = await keptForm(this.forms, visit, placeOf(visit, collectiveId));
    return this.drawForm(visit, collectiveId, { form });
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
      await reply.status(200).send(await this.drawForm(post, collectiveId, given));
      return;
    }
    await carryOutKept(reply, post, {
      forms: this.forms,
      place: placeOf(post, collectiveId),
      freshHref: villagePaths(collectiveId).newAsset,
      draw: (form) => this.drawForm(post, collectiveId, { form }),
      work: async () => {
        const form = newAssetOf(await readForm(AssetEntryForm, body));
        const { id } = await this.assets.addAsset(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).asset(id), said: 'assetAdded' };
      },
    });
  }

  @Get(':id')
  @HtmlPage()
  async show(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'asset', h(AssetPage, await this.view.assetPage(visit, at)));
  }

  private async drawForm(visit: PageVisit, collectiveId: string, given: NewAssetAsked): Promise<string> {
    return officePage(
      visit,
      'newAsset',
      h(AssetFormPage, await this.view.formPage(visit, collectiveId, given)),
    );
  }
}

/** Where a new asset is kept while it is typed. */
function placeOf({ actor: { userId } }: PageVisit, collectiveId: string): KeptFormPlace {
  return { collectiveId, userId, form: 'asset' };
}
