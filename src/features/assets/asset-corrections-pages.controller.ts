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
import { AssetCorrectionsService } from './asset-corrections.service';
import { AssetCorrectionsViewService } from './asset-corrections-view.service';
import { CorrectionFormPage } from './asset-corrections.pages';
import type { AssetPlace } from './asset-particulars-view.service';
import { AssetCorrectionEntryForm } from './assets.forms';

/** The page on which what was entered of an asset is put right. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets/:id/correction')
export class AssetCorrectionsPagesController {
  constructor(
    private readonly corrections: AssetCorrectionsService,
    private readonly view: AssetCorrectionsViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  correct(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.corrections.correct(at, await readForm(AssetCorrectionEntryForm, post.body), post.command);
        return { next: villagePaths(at.collectiveId).asset(at.id), said: 'assetCorrected' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: AssetPlace, refused?: FormState): Promise<string> {
    const props = await this.view.formPage(visit, at, refused);
    return officePage(visit, 'assetCorrection', h(CorrectionFormPage, props));
  }
}
