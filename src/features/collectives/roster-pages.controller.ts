import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { OnDayQuery, VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { answerAskedForm } from '../../platform/http/posted-form';
import type { FormState } from '../../platform/views/error-summary';
import { MemberFormPage } from './member-form.pages';
import { MemberFormViewService } from './member-form-view.service';
import { HouseholdEntryForm, SoughtForm } from './members.forms';
import { MembersService } from './members.service';
import { RosterPage } from './roster.pages';
import { type RosterAsked, RosterViewService } from './roster-view.service';

/** The list of a village: its households, who is looked for, a new household. */
@ApiExcludeController()
@Controller('villages/:collectiveId/members')
export class RosterPagesController {
  constructor(
    private readonly members: MembersService,
    private readonly view: RosterViewService,
    private readonly forms: MemberFormViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param() { collectiveId }: VillageAddress,
    @Query() { on, page }: OnDayQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, { collectiveId, on, page });
  }

  /** Asked by a post: a name and an identity number stand in no address, and so in no log. */
  @Post('find')
  @HtmlPage()
  find(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return answerAskedForm(reply, post.body, {
      work: async () =>
        this.draw(post, { collectiveId, sought: (await readForm(SoughtForm, post.body)).sought }),
      showAgain: (refused) => this.draw(post, { collectiveId }, refusedForm(refused)),
    });
  }

  @Get('new')
  @HtmlPage()
  enter(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawForm(visit, collectiveId);
  }

  @Post('new')
  @HtmlPage()
  keep(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { villageGroup, ...head } = await readForm(HouseholdEntryForm, post.body);
        const { id } = await this.members.enterHousehold(collectiveId, { villageGroup, head }, post.command);
        return { next: villagePaths(collectiveId).household(id), said: 'householdKept' };
      },
      showAgain: (refused) => this.drawForm(post, collectiveId, refusedForm(refused)),
    });
  }

  private async draw(
    visit: PageVisit,
    asked: RosterAsked & { readonly collectiveId: string },
    form?: FormState,
  ): Promise<string> {
    const page = await this.view.page(visit, asked.collectiveId, asked);
    return officePage(visit, 'members', h(RosterPage, form === undefined ? page : { ...page, form }));
  }

  private async drawForm(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const page = await this.forms.newHousehold(visit, collectiveId, form);
    return officePage(visit, 'householdForm', h(MemberFormPage, page));
  }
}
