import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { labelOf } from '../../glossary/terms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { answerAskedForm } from '../../platform/http/posted-form';
import type { FormState } from '../../platform/views/error-summary';
import { MemberFormPage } from './member-form.pages';
import { MemberFormViewService } from './member-form-view.service';
import { MemberPage } from './member.pages';
import { type MemberShown, MemberViewService } from './member-view.service';
import { MemberAddress, MemberChangeForm, MemberLeavingForm, NumberReadForm } from './members.forms';
import { MembersService } from './members.service';
import { PersonalReadsService } from './personal-reads.service';

/** A person of the list: what holds, what is otherwise from a day on, a number in full for a reason. */
@ApiExcludeController()
@Controller('villages/:collectiveId/members/:memberId')
export class MembersPagesController {
  constructor(
    private readonly members: MembersService,
    private readonly reads: PersonalReadsService,
    private readonly view: MemberViewService,
    private readonly forms: MemberFormViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: MemberAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Get('change')
  @HtmlPage()
  change(@Param() at: MemberAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawChange(visit, at);
  }

  @Post('change')
  @HtmlPage()
  keepChange(
    @Param() at: MemberAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId, memberId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { householdId, personChange, ...person } = await readForm(MemberChangeForm, post.body);
        await this.members.changeMember(
          collectiveId,
          { memberId, householdId, person, personChange },
          post.command,
        );
        return { next: villagePaths(collectiveId).member(memberId), said: 'memberChanged' };
      },
      showAgain: (refused) => this.drawChange(post, at, refusedForm(refused)),
    });
  }

  @Post('leaving')
  @HtmlPage()
  leave(@Param() at: MemberAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, memberId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(MemberLeavingForm, post.body);
        await this.members.leaveMember(collectiveId, { memberId, form }, post.command);
        return { next: villagePaths(collectiveId).member(memberId), said: 'memberLeft' };
      },
      showAgain: (refused) => this.draw(post, at, { form: refusedForm(refused) }),
    });
  }

  /** Shown in the answer itself: the number stands in no address and in no cookie. */
  @Post('reads')
  @HtmlPage()
  read(@Param() at: MemberAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, memberId } = at;
    return answerAskedForm(reply, post.body, {
      work: async () => {
        const form = await readForm(NumberReadForm, post.body);
        const number = await this.reads.readInFull(collectiveId, { memberId, form }, post.command);
        return this.draw(post, at, { shown: { word: labelOf(`readField.${form.readField}`), number } });
      },
      showAgain: (refused) => this.draw(post, at, { form: refusedForm(refused) }),
    });
  }

  private async draw(visit: PageVisit, at: MemberAddress, shown?: MemberShown): Promise<string> {
    return officePage(visit, 'member', h(MemberPage, await this.view.page(visit, at, shown)));
  }

  private async drawChange(visit: PageVisit, at: MemberAddress, form?: FormState): Promise<string> {
    return officePage(visit, 'memberForm', h(MemberFormPage, await this.forms.change(visit, at, form)));
  }
}
