import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { accountChoicePaths } from '../../platform/http/account-choice-paths';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AccountChoiceEntryForm, AccountUseAddress } from './account-choices.forms';
import { AccountChoicesPage, AccountUsePage } from './account-choices.pages';
import { AccountChoicesService } from './account-choices.service';
import { AccountChoicesViewService } from './account-choices-view.service';

/** The pages of the accounts that a county chooses. */
@ApiExcludeController()
@Controller('offices/:collectiveId/account-choices')
export class AccountChoicesPagesController {
  constructor(
    private readonly choices: AccountChoicesService,
    private readonly view: AccountChoicesViewService,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.listPage(visit, collectiveId);
    return officePage(visit, 'accountChoices', h(AccountChoicesPage, props));
  }

  @Get(':chart/:useName')
  @HtmlPage()
  show(@Param() at: AccountUseAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawUse(visit, at);
  }

  @Post(':chart/:useName')
  @HtmlPage()
  choose(
    @Param() at: AccountUseAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId: officeId, chart, useName } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(AccountChoiceEntryForm, post.body);
        await this.choices.choose(officeId, { use: { chart, useName }, form }, post.command);
        return { next: accountChoicePaths.list(officeId), said: 'accountChosen' };
      },
      showAgain: (refused) => this.drawUse(post, at, refusedForm(refused)),
    });
  }

  private async drawUse(visit: PageVisit, at: AccountUseAddress, form?: FormState): Promise<string> {
    const props = await this.view.usePage(visit, at, form);
    return officePage(visit, 'accountChoice', h(AccountUsePage, props));
  }
}
