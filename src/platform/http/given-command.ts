import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/shared/domain-error';
import type { Command } from '../audit/command';
import { commandKeyOf } from './command-key';

/**
 * Who gives the command of this request and under which key.
 * Refuses with `users.notLoggedIn`, and with `form.missing` or `form.notAKey` where the key is absent or
 * unreadable.
 */
export const GivenCommand = createParamDecorator((_data: unknown, context: ExecutionContext): Command => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (request.actor === undefined) throw new DomainError('users.notLoggedIn');
  return { by: request.actor.userId, key: commandKeyOf(request) };
});
