import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { filledForm, officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { CloseStepForm, YearReserveEntryForm, YearQuery } from './year-end.forms';
import { YearEndPage } from './year-end.pages';
import { YearEndService } from './year-end.service';
import { type YearEndAsked, YearEndViewService } from './year-end-view.service';

/** The page of a year end and its steps. */
@ApiExcludeController()
@Controller('villages/:collectiveId/year-end')
export class YearEndPagesController {
  constructor(
    private readonly yearEnd: YearEndService,
    private readonly view: YearEndViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param('collectiveId') collectiveId: string,
    @Query() { year }: YearQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, { collectiveId, year: numberOf(year) });
  }

  @Post('close')
  @HtmlPage()
  close(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { year, ...form } = await readForm(CloseStepForm, post.body);
        const of = { collectiveId, year: Number(year) };
        const { voucherNumber } = await this.yearEnd.closeStep(of, form, post.command);
        return { next: pathOf(collectiveId, year), said: 'yearStepBooked', voucher: voucherNumber };
      },
      showAgain: (refused) =>
        this.draw(post, { collectiveId, year: yearIn(post), form: refusedForm(refused) }),
    });
  }

  /** Books the reserve; the button for the voucher only draws the page again with it. */
  @Post('reserve')
  @HtmlPage()
  async reserve(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { preview, ...body } = post.body;
    const asked = { collectiveId, year: yearIn(post) };
    if (preview !== undefined) {
      const form = filledForm(typedValues(body));
      await reply.status(200).send(await this.draw(post, { ...asked, form }));
      return;
    }
    await carryOut(reply, body, {
      work: async () => {
        const { year, ...form } = await readForm(YearReserveEntryForm, body);
        const of = { collectiveId, year: Number(year) };
        const { voucherNumber } = await this.yearEnd.takeReserve(of, form, post.command);
        return { next: pathOf(collectiveId, year), said: 'yearStepBooked', voucher: voucherNumber };
      },
      showAgain: (refused) => this.draw(post, { ...asked, form: refusedForm(refused) }),
    });
  }

  private async draw(visit: PageVisit, asked: YearEndAsked): Promise<string> {
    return officePage(visit, 'yearEnd', h(YearEndPage, await this.view.pageOf(visit, asked)));
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || !/^\d{4}$/.test(text) ? undefined : Number(text);
}

function yearIn({ body }: PagePost): number | undefined {
  return numberOf(typeof body['year'] === 'string' ? body['year'] : undefined);
}

function pathOf(collectiveId: string, year: string): string {
  return withQuery(villagePaths(collectiveId).yearEnd, { year });
}
