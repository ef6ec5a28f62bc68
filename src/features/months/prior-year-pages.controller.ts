import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { filledForm, officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PriorYearEntryForm } from './prior-year.forms';
import { PriorYearPage } from './prior-year.pages';
import { PriorYearService } from './prior-year.service';
import { PriorYearViewService } from './prior-year-view.service';

/** The page that corrects an earlier year. */
@ApiExcludeController()
@Controller('villages/:collectiveId/year-end/correction')
export class PriorYearPagesController {
  constructor(
    private readonly priorYear: PriorYearService,
    private readonly view: PriorYearViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId, filledForm({}));
  }

  @Post()
  @HtmlPage()
  enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PriorYearEntryForm, post.body);
        const { entryId, voucherNumber } = await this.priorYear.correct(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).voucher(entryId);
        return { next, said: 'priorYearCorrected', voucher: voucherNumber };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, form: FormState): Promise<string> {
    return officePage(
      visit,
      'priorYear',
      h(PriorYearPage, await this.view.pageOf(visit, collectiveId, form)),
    );
  }
}
