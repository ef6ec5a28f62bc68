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
import { IndustryFollowService } from '../uses/industry-follow.service';
import { IndustryReturnsService } from '../uses/industry-returns.service';
import type { StageAt } from '../uses/industry.service';
import { UseWithdrawalsService } from '../uses/use-withdrawals.service';
import {
  LinkEndEntryForm,
  LinksEntryForm,
  IndustryEntryForm,
  ProjectFinishEntryForm,
  ReturnEntryForm,
  ReturnWithdrawalEntryForm,
  FollowUpEntryForm,
  ProjectWithdrawalForm,
  StageAcceptanceForm,
  StageEntryForm,
  StageWithdrawalForm,
} from './industry.forms';
import { IndustryListPage } from './industry-list.pages';
import { IndustryPage } from './industry.pages';
import { IndustryStagesService } from './industry-stages.service';
import { IndustryViewService } from './industry-view.service';

/** One project of a village. */
interface ProjectPlace {
  readonly collectiveId: string;
  readonly projectId: string;
}

/** The pages of industry projects: entered, paid by stages, followed up, or withdrawn. */
@ApiExcludeController()
@Controller('villages/:collectiveId/industry')
export class IndustryPagesController {
  constructor(
    private readonly withdrawals: UseWithdrawalsService,
    private readonly stages: IndustryStagesService,
    private readonly follow: IndustryFollowService,
    private readonly returns: IndustryReturnsService,
    private readonly view: IndustryViewService,
  ) {}

  @Get()
  @HtmlPage()
  list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawList(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  open(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(IndustryEntryForm, post.body);
        const { id } = await this.stages.openProject(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).industryProject(id), said: 'projectOpened' };
      },
      showAgain: (refused) => this.drawList(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':projectId')
  @HtmlPage()
  show(@Param() at: ProjectPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':projectId/stages')
  @HtmlPage()
  enter(@Param() at: ProjectPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply, said: 'stageEntered' }, async () => {
      const form = await readForm(StageEntryForm, post.body);
      await this.stages.enterStage(at.collectiveId, { ...at, form }, post.command);
    });
  }

  @Post(':projectId/stages/:stageId/accept')
  @HtmlPage()
  accept(
    @Param() at: ProjectPlace & StageAt,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId, projectId, stageId } = at;
    return this.act({ at, post, reply, said: 'stageAccepted' }, async () => {
      const { acceptedOn, placeOf } = await readForm(StageAcceptanceForm, post.body);
      const form = { projectId, stageId, acceptedOn, placeOf };
      await this.stages.acceptStage(collectiveId, form, post.command);
    });
  }

  @Post(':projectId/stages/:stageId/withdraw')
  @HtmlPage()
  withdraw(
    @Param() at: ProjectPlace & StageAt,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId, projectId, stageId } = at;
    return this.act({ at, post, reply, said: 'stageWithdrawn' }, async () => {
      const { withdrawnWhy } = await readForm(StageWithdrawalForm, post.body);
      await this.withdrawals.withdrawStage(collectiveId, { projectId, stageId, withdrawnWhy }, post.command);
    });
  }

  @Post(':projectId/links')
  @HtmlPage()
  link(@Param() at: ProjectPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply, said: 'householdsLinked' }, async () => {
      const form = await readForm(LinksEntryForm, post.body);
      await this.follow.linkHouseholds(at.collectiveId, { ...at, form }, post.command);
    });
  }

  @Post(':projectId/link-ends')
  @HtmlPage()
  endLink(@Param() at: ProjectPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply, said: 'linkEnded' }, async () => {
      const form = await readForm(LinkEndEntryForm, post.body);
      await this.follow.endLink(at.collectiveId, { ...at, form }, post.command);
    });
  }

  @Post(':projectId/returns')
  @HtmlPage()
  noteReturn(@Param() at: ProjectPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply, said: 'returnNoted' }, async () => {
      const form = await readForm(ReturnEntryForm, post.body);
      await this.returns.noteReturn(at.collectiveId, { ...at, form }, post.command);
    });
  }

  @Post(':projectId/return-withdrawals')
  @HtmlPage()
  withdrawReturn(
    @Param() at: ProjectPlace,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.act({ at, post, reply, said: 'returnWithdrawn' }, async () => {
      const form = await readForm(ReturnWithdrawalEntryForm, post.body);
      await this.returns.withdrawReturn(at.collectiveId, { ...at, form }, post.command);
    });
  }

  @Post(':projectId/reviews')
  @HtmlPage()
  noteReview(@Param() at: ProjectPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply, said: 'reviewNoted' }, async () => {
      const form = await readForm(FollowUpEntryForm, post.body);
      await this.follow.noteReview(at.collectiveId, { ...at, form }, post.command);
    });
  }

  @Post(':projectId/finish')
  @HtmlPage()
  finish(@Param() at: ProjectPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply, said: 'projectFinished' }, async () => {
      const form = await readForm(ProjectFinishEntryForm, post.body);
      await this.stages.finishProject(at.collectiveId, { ...at, form }, post.command);
    });
  }

  @Post(':projectId/withdraw')
  @HtmlPage()
  withdrawProject(
    @Param() at: ProjectPlace,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.act({ at, post, reply, said: 'projectWithdrawn' }, async () => {
      const { withdrawnWhy } = await readForm(ProjectWithdrawalForm, post.body);
      const { collectiveId, projectId } = at;
      await this.withdrawals.withdrawProject(collectiveId, { projectId, withdrawnWhy }, post.command);
    });
  }

  private act(
    of: { readonly at: ProjectPlace; readonly post: PagePost; readonly reply: FastifyReply; said: DoneCode },
    work: () => Promise<void>,
  ): Promise<void> {
    const { at, post, reply, said } = of;
    return carryOut(reply, post.body, {
      work: async () => {
        await work();
        return { next: villagePaths(at.collectiveId).industryProject(at.projectId), said };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async drawList(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const page = await this.view.listPage(visit, collectiveId, form);
    return officePage(visit, 'industry', h(IndustryListPage, page));
  }

  private async draw(visit: PageVisit, at: ProjectPlace, form?: FormState): Promise<string> {
    return officePage(
      visit,
      'industryProject',
      h(IndustryPage, await this.view.projectPage(visit, at, form)),
    );
  }
}
