import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Configuration } from '../../platform/config/configuration';
import { CurrentActor, type Actor } from '../../platform/http/actor';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { FACTOR_PATH, PASSWORD_PATH, SESSIONS_PATH } from '../../platform/http/log-in-paths';
import { type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { answerPostedForm, type RefusedForm } from '../../platform/http/posted-form';
import { renderDocument } from '../../platform/views/document';
import { OwnPasswordPage } from './own-account.pages';
import { OwnAccountService } from './own-account.service';
import { findToken } from './session-token';
import { OwnPasswordForm } from './users.forms';
import { UsersService } from './users.service';

/** One's own account: the page on which the password is changed, and the same for programs. */
@Controller()
export class OwnAccountController {
  constructor(
    private readonly own: OwnAccountService,
    private readonly users: UsersService,
    private readonly configuration: Configuration,
  ) {}

  @Get('account/password')
  @HtmlPage()
  show(@Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit);
  }

  @Post('account/password')
  @HtmlPage()
  async change(
    @Posted() post: PagePost,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await answerPostedForm(reply, post.body, {
      work: async () => {
        const form = await readForm(OwnPasswordForm, post.body);
        await this.own.changePassword(post.actor.userId, form, findToken(request) ?? '');
        return '/';
      },
      showAgain: (refused) => this.draw(post, refused),
    });
    if (page !== undefined) await reply.send(page);
  }

  /** Changes one's own password; all other log-ins of the person end. */
  @ApiTags('sessions')
  @ApiBearerAuth()
  @Post('api/account/password')
  @HttpCode(204)
  async changeByApi(
    @Body() form: OwnPasswordForm,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.own.changePassword(actor.userId, form, findToken(request) ?? '');
  }

  private async draw({ actor, tokens }: PageVisit, refused?: RefusedForm): Promise<string> {
    const { username } = await this.users.requireUser(actor.userId);
    const page = h(OwnPasswordPage, {
      demo: this.configuration.demo,
      action: PASSWORD_PATH,
      sessionsHref: SESSIONS_PATH,
      factorHref: FACTOR_PATH,
      name: actor.displayName,
      username,
      isDue: actor.mustChangePassword === true,
      refusals: (refused?.problems ?? []).map(problemSentence),
    });
    return renderDocument(page, { title: labelOf('page.ownPassword'), styles: 'public', ...tokens });
  }
}
