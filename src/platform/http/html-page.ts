import { applyDecorators, createParamDecorator, type ExecutionContext, Header } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { newId } from '../ids/new-id';
import type { FormTokens } from '../views/csrf-field';

/** Marks an action that answers with a whole page: sent as HTML, left out of the description of the API. */
export function HtmlPage(): MethodDecorator {
  return applyDecorators(Header('content-type', 'text/html; charset=utf-8'), ApiExcludeEndpoint());
}

/** What the forms of a page carry unseen: the token against forged posts and fresh command keys. */
export const PageTokens = createParamDecorator((_data: unknown, context: ExecutionContext): FormTokens => {
  const csrfToken = context.switchToHttp().getResponse<FastifyReply>().generateCsrf();
  return { csrfToken, newCommandKey: newId };
});
