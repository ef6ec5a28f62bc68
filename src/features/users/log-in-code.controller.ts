import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Configuration } from '../../platform/config/configuration';
import type { FormBody } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage, PageTokens } from '../../platform/http/html-page';
import { CODE_PATH } from '../../platform/http/log-in-paths';
import { answerPostedForm, type RefusedForm } from '../../platform/http/posted-form';
import type { FormTokens } from '../../platform/views/csrf-field';
import { renderDocument } from '../../platform/views/document';
import { LogInCodePage } from './log-in-code.pages';
import { ownPath } from './own-path';
import { dropTicket, findTicket, keepToken } from './session-token';
import { SessionsService } from './sessions.service';
import { LogInCodeForm, LogInQuery } from './users.forms';

/** The second step of a log-in, of who is asked for a code beside the password. */
@Controller(CODE_PATH.slice(1))
export class LogInCodeController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  @HtmlPage()
  show(@Query() { returnTo }: LogInQuery, @PageTokens() tokens: FormTokens): string {
    return this.draw(tokens, returnTo);
  }

  @Post()
  @HtmlPage()
  async enter(
    @Body() body: FormBody,
    @PageTokens() tokens: FormTokens,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await answerPostedForm(reply, body, {
      work: async () => {
        const { code, returnTo } = await readForm(LogInCodeForm, body);
        keepToken(
          reply,
          await this.sessions.enterCode(findTicket(reply.request), code),
          this.configuration.https,
        );
        dropTicket(reply);
        return ownPath(returnTo);
      },
      showAgain: (refused) => Promise.resolve(this.draw(tokens, refused.values['returnTo'], refused)),
    });
    if (page !== undefined) await reply.send(page);
  }

  private draw(tokens: FormTokens, returnTo: string | undefined, refused?: RefusedForm): string {
    const [problem] = refused?.problems ?? [];
    const page = h(LogInCodePage, {
      demo: this.configuration.demo,
      action: CODE_PATH,
      ...(returnTo === undefined ? {} : { returnTo }),
      ...(problem === undefined ? {} : { refusal: problemSentence(problem) }),
    });
    return renderDocument(page, { title: labelOf('page.logInCode'), styles: 'public', ...tokens });
  }
}
