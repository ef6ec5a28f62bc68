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
import { DebtPayeePage } from './debt-payee.pages';
import { DebtAddress, PayeeEntryForm } from './debt-payees.forms';
import { DebtPayeesService } from './debt-payees.service';
import { DebtPayeeViewService } from './debt-payee-view.service';

/** Whose a sum is that was granted as one. */
@ApiExcludeController()
@Controller('villages/:collectiveId/pay-lists/payees/:debtId')
export class DebtPayeesPagesController {
  constructor(
    private readonly view: DebtPayeeViewService,
    private readonly payees: DebtPayeesService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: DebtAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  name(@Param() at: DebtAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PayeeEntryForm, post.body);
        await this.payees.name(at.collectiveId, { debtId: at.debtId, form }, post.command);
        return { next: villagePaths(at.collectiveId).newPayList, said: 'payeeNamed' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: DebtAddress, refused?: FormState): Promise<string> {
    return officePage(visit, 'debtPayee', h(DebtPayeePage, await this.view.page(visit, at, refused)));
  }
}
