import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { accountPaths } from '../../platform/http/oversight-paths';
import { carryOut, type PagePost, type PostEnds, Posted } from '../../platform/http/page-visit';
import { AccountRelativesService } from '../users/account-relatives.service';
import type { AccountPlace } from '../users/accounts.service';
import { EndRelativePageForm, SayRelativeForm } from './account-relatives.forms';
import { AccountPage } from './accounts.pages';
import { AccountsViewService } from './accounts-view.service';

/** What an account's page says of near relatives. */
@ApiExcludeController()
@Controller('offices/:collectiveId/accounts/:userId/relatives')
export class AccountRelativesPagesController {
  constructor(
    private readonly relatives: AccountRelativesService,
    private readonly view: AccountsViewService,
  ) {}

  @Post()
  @HtmlPage()
  say(@Param() at: AccountPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.relatives.say(at, await readForm(SayRelativeForm, post.body), post.command);
        return { next: accountPaths.account(at.collectiveId, at.userId), said: 'relativeSaid' };
      },
      showAgain: (refused) => this.draw(post, at, refused),
    });
  }

  @Post('end')
  @HtmlPage()
  end(@Param() at: AccountPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { kinNumber, kinWhy } = await readForm(EndRelativePageForm, post.body);
        await this.relatives.end({ ...at, number: Number(kinNumber) }, kinWhy, post.command);
        return { next: accountPaths.account(at.collectiveId, at.userId), said: 'relativeEnded' };
      },
      showAgain: (refused) => this.draw(post, at, refused),
    });
  }

  private async draw(
    post: PagePost,
    at: AccountPlace,
    refused: Parameters<PostEnds['showAgain']>[0],
  ): Promise<string> {
    const page = await this.view.accountPage(post, at, refusedForm(refused));
    return officePage(post, 'accounts', h(AccountPage, page));
  }
}
