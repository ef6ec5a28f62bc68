import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { carryOut, type PagePost, type PageVisit, Posted } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { BankEndsService } from './bank-ends.service';
import { BankAccountCloseForm, BankAccountReasonForm } from './bank.forms';
import type { BankPlace } from './bank-matched';
import { bankPaths } from './bank-paths';
import { BankStatementsPage } from './bank-statements.pages';
import { BankStatementsViewService } from './bank-statements-view.service';

/** The end of a bank account, from the page of its statements. */
@ApiExcludeController()
@Controller('villages/:collectiveId/bank/:accountId')
export class BankEndsPagesController {
  constructor(
    private readonly view: BankStatementsViewService,
    private readonly ends: BankEndsService,
  ) {}

  @Post('close')
  @HtmlPage()
  close(@Param() at: BankPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.ends.close(at, await readForm(BankAccountCloseForm, post.body), post.command);
        return { next: pathsOf(at).statements, said: 'bankAccountClosed' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('resume')
  @HtmlPage()
  resume(@Param() at: BankPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.ends.resume(at, await readForm(BankAccountReasonForm, post.body), post.command);
        return { next: pathsOf(at).statements, said: 'bankAccountResumed' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('strike')
  @HtmlPage()
  strike(@Param() at: BankPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.ends.strike(at, await readForm(BankAccountReasonForm, post.body), post.command);
        return { next: pathsOf(at).accounts, said: 'bankAccountStruck' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: BankPlace, ending: FormState): Promise<string> {
    const props = await this.view.pageOf(visit, at, { ending });
    return officePage(visit, 'bankStatements', h(BankStatementsPage, props));
  }
}

function pathsOf({ collectiveId, accountId }: BankPlace): ReturnType<typeof bankPaths> {
  return bankPaths(collectiveId, accountId);
}
