import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Configuration } from '../../platform/config/configuration';
import { type Actor, CurrentActor } from '../../platform/http/actor';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { SESSIONS_PATH } from '../../platform/http/log-in-paths';
import { type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { answerPostedForm, type RefusedForm } from '../../platform/http/posted-form';
import { renderDocument } from '../../platform/views/document';
import { momentText } from '../../platform/views/moment-text';
import { OwnSessionsPage } from './own-sessions.pages';
import { type OwnSession, OwnSessionsService } from './own-sessions.service';
import { findToken } from './session-token';
import { SessionAddress, SessionEndForm } from './users.forms';

/** Where one is logged in: the page, and the same for programs. */
@Controller()
export class OwnSessionsController {
  constructor(
    private readonly sessions: OwnSessionsService,
    private readonly configuration: Configuration,
  ) {}

  @Get('account/sessions')
  @HtmlPage()
  show(@Visit() visit: PageVisit, @Req() request: FastifyRequest): Promise<string> {
    return this.draw(visit, findToken(request) ?? '');
  }

  @Post('account/sessions')
  @HtmlPage()
  async end(
    @Posted() post: PagePost,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = findToken(request) ?? '';
    const page = await answerPostedForm(reply, post.body, {
      work: async () => {
        const { sessionId } = await readForm(SessionEndForm, post.body);
        if (sessionId === 'others') await this.sessions.endOthers(post.actor, token);
        else await this.sessions.endSession(post.actor, sessionId);
        return SESSIONS_PATH;
      },
      showAgain: (refused) => this.draw(post, token, refused),
    });
    if (page !== undefined) await reply.send(page);
  }

  /** One's own log-ins that last, the newest first. */
  @ApiTags('sessions')
  @ApiBearerAuth()
  @Get('api/sessions')
  list(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<OwnSession[]> {
    return this.sessions.listSessions(actor, findToken(request) ?? '');
  }

  /** Ends one of one's own log-ins. */
  @ApiTags('sessions')
  @ApiBearerAuth()
  @Delete('api/sessions/:sessionId')
  @HttpCode(204)
  async endByApi(@CurrentActor() actor: Actor, @Param() { sessionId }: SessionAddress): Promise<void> {
    await this.sessions.endSession(actor, sessionId);
  }

  private async draw(visit: PageVisit, token: string, refused?: RefusedForm): Promise<string> {
    const page = h(OwnSessionsPage, {
      demo: this.configuration.demo,
      action: SESSIONS_PATH,
      rows: (await this.sessions.listSessions(visit.actor, token)).map(rowOf),
      refusals: (refused?.problems ?? []).map(problemSentence),
    });
    return renderDocument(page, { title: labelOf('page.ownSessions'), styles: 'public', ...visit.tokens });
  }
}

function rowOf({ id, startedAt, expiresAt, isThis }: OwnSession) {
  return { id, isThis, since: momentText(startedAt), until: momentText(expiresAt) };
}
