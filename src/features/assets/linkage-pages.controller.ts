import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import type { DoneCode } from '../../glossary/done';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { type LinkagePlace, LinkageViewService } from './linkage-view.service';
import { LinkageReportEntryForm, ReportWithdrawalForm } from './linkage.forms';
import { LinkagePage } from './linkage.pages';
import { LinkageService } from './linkage.service';

/** The page of the work and the wages that a tenant promised and gave. */
@ApiExcludeController()
@Controller('villages/:collectiveId/leases/:id/reports')
export class LinkagePagesController {
  constructor(
    private readonly linkage: LinkageService,
    private readonly view: LinkageViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: LinkagePlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  report(@Param() at: LinkagePlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.carryOutHere(reply, { at, post, said: 'linkageReported' }, async () => {
      const form = await readForm(LinkageReportEntryForm, post.body);
      await this.linkage.report(at.collectiveId, { leaseId: at.id, form }, post.command);
    });
  }

  @Post(':reportNumber/withdrawal')
  @HtmlPage()
  withdraw(
    @Param() at: LinkagePlace & { readonly reportNumber: string },
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carryOutHere(reply, { at, post, said: 'linkageWithdrawn' }, async () => {
      const { withdrawalReason: reason } = await readForm(ReportWithdrawalForm, post.body);
      const asked = { leaseId: at.id, reportNumber: Number(at.reportNumber), reason };
      await this.linkage.withdraw(at.collectiveId, asked, post.command);
    });
  }

  private carryOutHere(
    reply: FastifyReply,
    { at, post, said }: { readonly at: LinkagePlace; readonly post: PagePost; readonly said: DoneCode },
    act: () => Promise<void>,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await act();
        return { next: villagePaths(at.collectiveId).leaseReports(at.id), said };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: LinkagePlace, form?: FormState): Promise<string> {
    return officePage(visit, 'leaseReports', h(LinkagePage, await this.view.page(visit, at, form)));
  }
}
