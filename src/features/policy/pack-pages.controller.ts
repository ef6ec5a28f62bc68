import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { policyPaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PackChoicesService } from './pack-choices.service';
import { PackConfirmationsService } from './pack-confirmations.service';
import { PackListPage } from './pack-list.pages';
import { PackListViewService } from './pack-list-view.service';
import { PackPage } from './pack.pages';
import { PackViewService } from './pack-view.service';
import { PackAddress, PackChoiceForm, PackConfirmationForm, packIdOf } from './policy.forms';

/** The packs of an office or a village; the county chooses between two and confirms an old one. */
@ApiExcludeController()
@Controller('offices/:collectiveId')
export class PackPagesController {
  constructor(
    private readonly listView: PackListViewService,
    private readonly packView: PackViewService,
    private readonly choices: PackChoicesService,
    private readonly confirmations: PackConfirmationsService,
  ) {}

  @Get('packs')
  @HtmlPage()
  list(@Param('collectiveId') officeId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawList(visit, officeId);
  }

  @Post('pack-choices')
  @HtmlPage()
  choose(
    @Param('collectiveId') officeId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PackChoiceForm, post.body);
        await this.choices.choose(officeId, form, post.command);
        return { next: policyPaths(officeId).packs, said: 'packChosen' };
      },
      showAgain: (refused) => this.drawList(post, officeId, refusedForm(refused)),
    });
  }

  @Get('packs/:region/:from')
  @HtmlPage()
  show(@Param() at: PackAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawPack(visit, at);
  }

  @Post('packs/:region/:from/confirmations')
  @HtmlPage()
  confirm(@Param() at: PackAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const packId = packIdOf(at);
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PackConfirmationForm, post.body);
        const { until, paperTitle, reason } = form;
        const asked = { packId, until, paperTitle, reason };
        await this.confirmations.confirm(at.collectiveId, asked, post.command);
        return { next: policyPaths(at.collectiveId).pack(packId), said: 'packConfirmed' };
      },
      showAgain: (refused) => this.drawPack(post, at, refusedForm(refused)),
    });
  }

  private async drawList(visit: PageVisit, officeId: string, form?: FormState): Promise<string> {
    return officePage(visit, 'packs', h(PackListPage, await this.listView.pageOf(visit, officeId, form)));
  }

  private async drawPack(visit: PageVisit, at: PackAddress, form?: FormState): Promise<string> {
    const asked = { officeId: at.collectiveId, packId: packIdOf(at) };
    return officePage(visit, 'pack', h(PackPage, await this.packView.pageOf(visit, asked, form)));
  }
}
