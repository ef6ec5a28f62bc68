import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { findToken } from './session-token';
import { type Session, SessionsService } from './sessions.service';
import { ProgramLogInForm } from './users.forms';

/** Log-ins of programs: a token instead of a cookie. */
@ApiTags('sessions')
@Controller('api/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** Logs in. The token goes into the header `Authorization: Bearer …` of every later request. */
  @Post()
  async logIn(@Body() form: ProgramLogInForm): Promise<Session> {
    return this.sessions.logIn(form.username, form.password, form.code);
  }

  /** Logs out: the token sent is worth nothing afterwards. */
  @ApiBearerAuth()
  @Delete('current')
  @HttpCode(204)
  async logOut(@Req() request: FastifyRequest): Promise<void> {
    await this.sessions.logOut(findToken(request) ?? '');
  }
}
