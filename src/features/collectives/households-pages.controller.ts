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
import { drawHousehold, keepOnHousehold } from './household-answers';
import { HouseholdViewService } from './household-view.service';
import { HouseholdIncomesService } from './household-incomes.service';
import { HouseholdsService } from './households.service';
import { MemberFormPage } from './member-form.pages';
import { MemberFormViewService } from './member-form-view.service';
import {
  GroupChangeEntryForm,
  HouseholdAddress,
  IncomeEntryForm,
  MemberEntryForm,
  StatusEndEntryForm,
  StatusEntryForm,
} from './members.forms';
import { MembersService } from './members.service';

/** A household: its people, in which standing it is, what it had a head. */
@ApiExcludeController()
@Controller('villages/:collectiveId/households/:householdId')
export class HouseholdsPagesController {
  constructor(
    private readonly members: MembersService,
    private readonly households: HouseholdsService,
    private readonly incomes: HouseholdIncomesService,
    private readonly view: HouseholdViewService,
    private readonly forms: MemberFormViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: HouseholdAddress, @Visit() visit: PageVisit): Promise<string> {
    return drawHousehold(this.view, visit, { at });
  }

  @Get('members/new')
  @HtmlPage()
  enter(@Param() at: HouseholdAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawForm(visit, at);
  }

  @Post('members/new')
  @HtmlPage()
  keep(@Param() at: HouseholdAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, householdId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const person = await readForm(MemberEntryForm, post.body);
        await this.members.enterMember(collectiveId, { householdId, person }, post.command);
        return { next: villagePaths(collectiveId).household(householdId), said: 'memberKept' };
      },
      showAgain: (refused) => this.drawForm(post, at, refusedForm(refused)),
    });
  }

  @Post('statuses')
  @HtmlPage()
  giveStatus(
    @Param() at: HouseholdAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return keepOnHousehold({ view: this.view, at }, { post, reply, said: 'statusKept' }, async () => {
      await this.households.giveStatus(at, await readForm(StatusEntryForm, post.body), post.command);
    });
  }

  @Post('status-ends')
  @HtmlPage()
  endStatus(
    @Param() at: HouseholdAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return keepOnHousehold({ view: this.view, at }, { post, reply, said: 'statusEnded' }, async () => {
      const form = await readForm(StatusEndEntryForm, post.body);
      await this.households.endStatus(at, form, post.command);
    });
  }

  @Post('incomes')
  @HtmlPage()
  noteIncome(
    @Param() at: HouseholdAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return keepOnHousehold({ view: this.view, at }, { post, reply, said: 'incomeNoted' }, async () => {
      await this.incomes.noteIncome(at, await readForm(IncomeEntryForm, post.body), post.command);
    });
  }

  @Post('groups')
  @HtmlPage()
  changeGroup(
    @Param() at: HouseholdAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return keepOnHousehold({ view: this.view, at }, { post, reply, said: 'groupChanged' }, async () => {
      const form = await readForm(GroupChangeEntryForm, post.body);
      await this.households.changeGroup(at, form, post.command);
    });
  }

  private async drawForm(visit: PageVisit, at: HouseholdAddress, form?: FormState): Promise<string> {
    return officePage(visit, 'memberForm', h(MemberFormPage, await this.forms.newMember(visit, at, form)));
  }
}
