import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { BankAccountsService } from './bank-accounts.service';
import { BankAccountChangeForm, StatementWithdrawalForm } from './bank.forms';
import type { BankPlace } from './bank-matched';
import { bankPaths } from './bank-paths';
import { BankStatementsPage } from './bank-statements.pages';
import { BankStatementsViewService } from './bank-statements-view.service';
import { BankWithdrawalsService } from './bank-withdrawals.service';

interface StatementPlace extends BankPlace {
  readonly statementId: string;
}

/** The page of what was imported of a bank account, and the way back of what does not belong to it. */
@ApiExcludeController()
@Controller('villages/:collectiveId/bank/:accountId')
export class BankStatementsPagesController {
  constructor(
    private readonly view: BankStatementsViewService,
    private readonly withdrawals: BankWithdrawalsService,
    private readonly accounts: BankAccountsService,
  ) {}

  @Get('statements')
  @HtmlPage()
  list(@Param() at: BankPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post('statements/:statementId/withdraw')
  @HtmlPage()
  withdraw(
    @Param() { statementId, ...at }: StatementPlace,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { reason } = await readForm(StatementWithdrawalForm, post.body);
        await this.withdrawals.withdraw(at, { statementId, reason }, post.command);
        return { next: bankPaths(at.collectiveId, at.accountId).statements, said: 'statementWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, { withdrawing: refusedForm(refused) }),
    });
  }

  @Post('correct')
  @HtmlPage()
  correct(@Param() at: BankPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(BankAccountChangeForm, post.body);
        await this.accounts.changeAccount(at, form, post.command);
        return { next: bankPaths(at.collectiveId, at.accountId).statements, said: 'bankAccountCorrected' };
      },
      showAgain: (refused) => this.draw(post, at, { correcting: refusedForm(refused) }),
    });
  }

  private async draw(
    visit: PageVisit,
    at: BankPlace,
    refused?: Parameters<BankStatementsViewService['pageOf']>[2],
  ): Promise<string> {
    const props = await this.view.pageOf(visit, at, refused);
    return officePage(visit, 'bankStatements', h(BankStatementsPage, props));
  }
}
