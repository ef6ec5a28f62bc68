import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { ItemAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { policyPaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { LocalStandardsService } from './local-standards.service';
import { PackComparisonPage } from './pack-comparison.pages';
import { PackComparisonViewService } from './pack-comparison-view.service';
import { ComparisonQuery, LocalStandardEntryForm, StandardsQuery, WithdrawalForm } from './policy.forms';
import { StandardsPage } from './standards.pages';
import { type StandardsAsked, StandardsViewService } from './standards-view.service';

/** The county's own numbers: entered with their papers, withdrawn with a reason; two packs side by side. */
@ApiExcludeController()
@Controller('offices/:collectiveId')
export class StandardsPagesController {
  constructor(
    private readonly standards: LocalStandardsService,
    private readonly view: StandardsViewService,
    private readonly comparison: PackComparisonViewService,
  ) {}

  @Get('standards')
  @HtmlPage()
  show(
    @Param('collectiveId') officeId: string,
    @Query() { number, withdraw }: StandardsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, { officeId, number, withdraw });
  }

  @Post('standards')
  @HtmlPage()
  enter(
    @Param('collectiveId') officeId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(LocalStandardEntryForm, post.body);
        await this.standards.addStandard(officeId, form, post.command);
        return { next: policyPaths(officeId).standards(), said: 'standardKept' };
      },
      showAgain: (refused) => this.draw(post, { officeId, form: refusedForm(refused) }),
    });
  }

  @Post('standards/:id/withdraw')
  @HtmlPage()
  withdraw(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId: officeId, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { reason } = await readForm(WithdrawalForm, post.body);
        await this.standards.withdrawStandard(officeId, { id, reason }, post.command);
        return { next: policyPaths(officeId).standards(), said: 'standardWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, { officeId, withdraw: id, form: refusedForm(refused) }),
    });
  }

  @Get('pack-comparison')
  @HtmlPage()
  async compare(
    @Param('collectiveId') officeId: string,
    @Query() query: ComparisonQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.comparison.pageOf(visit, officeId, query);
    return officePage(visit, 'packComparison', h(PackComparisonPage, props));
  }

  private async draw(visit: PageVisit, asked: StandardsAsked): Promise<string> {
    return officePage(visit, 'standards', h(StandardsPage, await this.view.pageOf(visit, asked)));
  }
}
