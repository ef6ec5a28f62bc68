import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { PageQuery } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { answerPostedFile } from '../../platform/http/posted-form';
import { PayAdvicePrintingService } from './pay-advice-printing.service';
import { PayAdvicesPage } from './pay-advices.pages';
import { PayAdvicesService, readWhose } from './pay-advices.service';
import { PayAdvicesViewService } from './pay-advices-view.service';
import type { PayListPlace } from './pay-list-view.service';
import { PayAdvicesForm } from './pay-lists.forms';

/** The pay advices of a list. */
@ApiExcludeController()
@Controller('villages/:collectiveId/pay-lists/:listId/advices')
export class PayAdvicesPagesController {
  constructor(
    private readonly view: PayAdvicesViewService,
    private readonly advices: PayAdvicesService,
    private readonly printing: PayAdvicePrintingService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: PayListPlace, @Query() { page }: PageQuery, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at, { page });
  }

  /** Posted, as each printing makes new codes: the answer is the sheet. */
  @Post()
  @HtmlPage()
  print(@Param() at: PayListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return answerPostedFile(reply, post.body, {
      work: async () => {
        const { adviceFor } = await readForm(PayAdvicesForm, post.body);
        const asked = { listId: at.listId, whose: readWhose(adviceFor) };
        return this.printing.print(at, await this.advices.issue(at.collectiveId, asked, post.command));
      },
      showAgain: (refused) => this.draw(post, at, { refused: refusedForm(refused) }),
    });
  }

  private async draw(
    visit: PageVisit,
    at: PayListPlace,
    asked: Parameters<PayAdvicesViewService['page']>[2],
  ): Promise<string> {
    return officePage(visit, 'payAdvices', h(PayAdvicesPage, await this.view.page(visit, at, asked)));
  }
}
