import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { filledForm, officePage, refusedForm } from '../../platform/http/office-desk';
import { accountPaths } from '../../platform/http/oversight-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AccountPersonsService } from '../users/account-persons.service';
import { type AccountPlace, AccountsService } from '../users/accounts.service';
import { NewAccountsService } from '../users/new-accounts.service';
import { AccountPage, AccountsPage, NewAccountPage } from './accounts.pages';
import { NewAccountForm, SayPersonForm, SecondFactorEndForm, SetPasswordForm } from './accounts.forms';
import { AccountsViewService } from './accounts-view.service';

/** The pages on which an office makes, ends and resets accounts of the people right below it. */
@ApiExcludeController()
@Controller('offices/:collectiveId/accounts')
export class AccountsPagesController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly fresh: NewAccountsService,
    private readonly persons: AccountPersonsService,
    private readonly view: AccountsViewService,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param('collectiveId') officeId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'accounts', h(AccountsPage, await this.view.listPage(visit, officeId)));
  }

  @Get('new')
  @HtmlPage()
  showNew(@Param('collectiveId') officeId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawNew(visit, officeId, filledForm({ role: 'none' }));
  }

  @Post('new')
  @HtmlPage()
  make(
    @Param('collectiveId') officeId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(NewAccountForm, post.body);
        const { id } = await this.fresh.make(officeId, form, post.command);
        return { next: accountPaths.account(officeId, id), said: 'accountMade' };
      },
      showAgain: (refused) => this.drawNew(post, officeId, withoutPassword(refusedForm(refused))),
    });
  }

  @Get(':userId')
  @HtmlPage()
  show(@Param() at: AccountPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at, filledForm({}));
  }

  @Post(':userId/password')
  @HtmlPage()
  setPassword(
    @Param() at: AccountPlace,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { password } = await readForm(SetPasswordForm, post.body);
        await this.accounts.setPassword(at, password, post.command);
        return { next: accountPaths.account(at.collectiveId, at.userId), said: 'passwordSet' };
      },
      showAgain: (refused) => this.draw(post, at, withoutPassword(refusedForm(refused))),
    });
  }

  @Post(':userId/person')
  @HtmlPage()
  sayPerson(@Param() at: AccountPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.persons.say(at, await readForm(SayPersonForm, post.body), post.command);
        return { next: accountPaths.account(at.collectiveId, at.userId), said: 'accountPersonSaid' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':userId/end')
  @HtmlPage()
  end(@Param() at: AccountPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.accounts.end(at, post.command);
        return { next: accountPaths.account(at.collectiveId, at.userId), said: 'accountEnded' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':userId/second-factor/end')
  @HtmlPage()
  endSecondFactor(
    @Param() at: AccountPlace,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { reason } = await readForm(SecondFactorEndForm, post.body);
        await this.accounts.endSecondFactor(at, reason, post.command);
        return { next: accountPaths.account(at.collectiveId, at.userId), said: 'secondFactorEnded' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: AccountPlace, form: FormState): Promise<string> {
    return officePage(visit, 'accounts', h(AccountPage, await this.view.accountPage(visit, at, form)));
  }

  private async drawNew(visit: PageVisit, officeId: string, form: FormState): Promise<string> {
    return officePage(visit, 'newAccount', h(NewAccountPage, await this.view.newPage(visit, officeId, form)));
  }
}

/** A form shown again without what was typed as a password. */
function withoutPassword(form: FormState): FormState {
  const values = Object.entries(form.values).filter(([field]) => field !== 'password');
  return { ...form, values: Object.fromEntries(values) };
}
