import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Configuration } from '../../platform/config/configuration';
import type { FormBody } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage, PageTokens } from '../../platform/http/html-page';
import { answerPostedForm, type RefusedForm } from '../../platform/http/posted-form';
import type { FormTokens } from '../../platform/views/csrf-field';
import { renderDocument } from '../../platform/views/document';
import { DemoLogIns } from './demo-log-ins.service';
import { LogInPage } from './log-in.pages';
import { codePath, ownPath } from './own-path';
import { dropToken, findToken, keepTicket, keepToken } from './session-token';
import { SessionsService } from './sessions.service';
import { LogInPageForm, LogInQuery } from './users.forms';

/** The log-in page and its two posts. */
@Controller()
export class LogInPagesController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly configuration: Configuration,
    private readonly demoLogIns: DemoLogIns,
  ) {}

  @Get('login')
  @HtmlPage()
  show(@Query() query: LogInQuery, @PageTokens() tokens: FormTokens): string {
    const { returnTo } = query;
    return this.draw(tokens, returnTo === undefined ? {} : { returnTo });
  }

  @Post('login')
  @HtmlPage()
  async logIn(
    @Body() body: FormBody,
    @PageTokens() tokens: FormTokens,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await answerPostedForm(reply, body, {
      work: async () => {
        const form = await readForm(LogInPageForm, body);
        const entered = await this.sessions.enter(form.username, form.password);
        const { https } = this.configuration;
        if ('token' in entered) keepToken(reply, entered, https);
        else keepTicket(reply, entered.ticket, https);
        return 'token' in entered ? ownPath(form.returnTo) : codePath(form.returnTo);
      },
      showAgain: (refused) => Promise.resolve(this.draw(tokens, refused.values, refused)),
    });
    if (page !== undefined) await reply.send(page);
  }

  @Post('logout')
  @HtmlPage()
  async logOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.logOut(findToken(request) ?? '');
    dropToken(reply);
    await reply.redirect('/', 303);
  }

  private draw(tokens: FormTokens, typed: Readonly<Record<string, string>>, refused?: RefusedForm): string {
    const { username, returnTo } = typed;
    const [problem] = refused?.problems ?? [];
    const page = h(LogInPage, {
      demo: this.configuration.demo,
      action: '/login',
      csrfToken: tokens.csrfToken,
      demoLogIns: this.configuration.demo ? this.demoLogIns.list : [],
      ...(username === undefined ? {} : { username }),
      ...(returnTo === undefined ? {} : { returnTo }),
      ...(problem === undefined ? {} : { refusal: problemSentence(problem) }),
    });
    return renderDocument(page, { title: labelOf('page.logIn'), styles: 'public', ...tokens });
  }
}
