import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/shared/domain-error';
import type { Command } from '../audit/command';
import type { Actor } from './actor';
import { commandKeyOf, correctsOf } from './command-key';
import type { Upload } from './uploads';

/**
 * Who gives the command of this request and under which key.
 * Refuses with `users.notLoggedIn`, and with `form.missing` or `form.notAKey` where the key is absent or
 * unreadable.
 */
export const GivenCommand = createParamDecorator((_data: unknown, context: ExecutionContext): Command => {
  return commandOf(context.switchToHttp().getRequest<FastifyRequest>());
});

/** A command with the roles of who gives it. */
export interface ActorsCommand {
  readonly command: Command;
  readonly actor: Actor;
}

/** The command of a request with who gives it; refuses as {@link GivenCommand}. */
export const ActorsGiven = createParamDecorator(
  (_data: unknown, context: ExecutionContext): ActorsCommand => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { actor } = request;
    if (actor === undefined) throw new DomainError('users.notLoggedIn');
    return { command: commandOf(request), actor };
  },
);

/** A command that may carry a file. */
export interface FileCommand {
  readonly command: Command;
  readonly upload: Upload | undefined;
}

/** The command of a request with the file it carried, where one was sent; refuses as {@link GivenCommand}. */
export const GivenFile = createParamDecorator((_data: unknown, context: ExecutionContext): FileCommand => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { command: commandOf(request), upload: request.upload };
});

function commandOf(request: FastifyRequest): Command {
  if (request.actor === undefined) throw new DomainError('users.notLoggedIn');
  return { by: request.actor.userId, key: commandKeyOf(request), ...correctsOf(request) };
}
