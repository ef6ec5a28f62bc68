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
import { ParticularsEntryForm } from './asset-particulars.forms';
import { ParticularsFormPage } from './asset-particulars.pages';
import { AssetParticularsService } from './asset-particulars.service';
import { type AssetPlace, AssetParticularsViewService } from './asset-particulars-view.service';

/** The page on which what is known of an asset is changed. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets/:id/particulars')
export class AssetParticularsPagesController {
  constructor(
    private readonly particulars: AssetParticularsService,
    private readonly view: AssetParticularsViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  change(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.particulars.change(at, await readForm(ParticularsEntryForm, post.body), post.command);
        return { next: villagePaths(at.collectiveId).asset(at.id), said: 'particularsKept' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: AssetPlace, refused?: FormState): Promise<string> {
    const props = await this.view.formPage(visit, at, refused);
    return officePage(visit, 'particulars', h(ParticularsFormPage, props));
  }
}
