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
import { BankAccountsService } from './bank-accounts.service';
import { BankAccountEntryForm, ExplainLineForm } from './bank.forms';
import { BankAccountsPage, BankLinePage } from './bank.pages';
import { BankMatchingService } from './bank-matching.service';
import { bankPaths } from './bank-paths';
import { BankViewService } from './bank-view.service';

interface LinePlace {
  readonly collectiveId: string;
  readonly accountId: string;
  readonly lineId: string;
}

/** The pages of the bank accounts, and of one line that stands alone. */
@ApiExcludeController()
@Controller('villages/:collectiveId/bank')
export class BankPagesController {
  constructor(
    private readonly view: BankViewService,
    private readonly accounts: BankAccountsService,
    private readonly matching: BankMatchingService,
  ) {}

  @Get()
  @HtmlPage()
  list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawAccounts(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  add(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(BankAccountEntryForm, post.body);
        await this.accounts.addAccount(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).bank, said: 'bankAccountAdded' };
      },
      showAgain: (refused) => this.drawAccounts(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':accountId/lines/:lineId')
  @HtmlPage()
  line(@Param() at: LinePlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawLine(visit, at);
  }

  @Post(':accountId/lines/:lineId')
  @HtmlPage()
  explain(@Param() at: LinePlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, accountId, lineId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { code, note } = await readForm(ExplainLineForm, post.body);
        await this.matching.explain({ collectiveId, accountId }, { lineId, code, note }, post.command);
        return { next: bankPaths(collectiveId, accountId).matching, said: 'bankExplained' };
      },
      showAgain: (refused) => this.drawLine(post, at, refusedForm(refused)),
    });
  }

  private async drawAccounts(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.accountsPage(visit, collectiveId, form);
    return officePage(visit, 'bankAccounts', h(BankAccountsPage, props));
  }

  private async drawLine(visit: PageVisit, at: LinePlace, form?: FormState): Promise<string> {
    return officePage(visit, 'bankLine', h(BankLinePage, await this.view.linePage(visit, at, form)));
  }
}
