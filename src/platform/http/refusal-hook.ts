import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'nestjs-pino';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems } from '../../domain/shared/problem';
import type { RefusedCommandsService } from '../audit/refused-commands.service';
import { roleAt, wayOf } from './giver-hook';
import { describeFailure } from './failure';
import { LOG_IN_PATHS } from './log-in-paths';
import { statusOf } from './problem-status';

declare module 'fastify' {
  interface FastifyRequest {
    /** Why the command was refused, in codes; noted where the refusal becomes an answer. */
    refusedWith?: readonly string[] | undefined;
  }
}

/**
 * Notes on its request that a rule refused a command. What failed, or whose outcome nobody knows, was not
 * refused.
 */
export function noteRefusal(request: FastifyRequest, error: unknown): void {
  if (!(error instanceof DomainError) || statusOf(error.code) >= 500) return;
  const codes = error instanceof FormProblems ? error.problems.map(({ code }) => code) : [error.code];
  request.refusedWith = codes;
}

/**
 * The one place where refused commands are kept: after every refusal has been undone and become an answer,
 * before that is sent. A record that cannot be written is told to the log and changes no answer.
 */
export function keepRefusals(
  fastify: FastifyInstance,
  refused: RefusedCommandsService,
  logger: Logger,
): void {
  fastify.addHook('onSend', async (request: FastifyRequest, _reply: FastifyReply, payload: unknown) => {
    try {
      await keepRefusal(request, refused);
    } catch (error) {
      logger.error({ failure: describeFailure(error) }, 'a refused command was not kept');
    }
    return payload;
  });
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

async function keepRefusal(request: FastifyRequest, refused: RefusedCommandsService): Promise<void> {
  const { actor, refusedWith: codes, method, params, query, body } = request;
  const pattern = request.routeOptions.url ?? '';
  // A log-in is no command, and what is typed there is kept in no form.
  if (codes === undefined || actor === undefined) return;
  if (READING.has(method) || LOG_IN_PATHS.has(pattern)) return;
  request.refusedWith = undefined;
  const refusal = { actor: actor.userId, command: `${method} ${pattern}`, codes, ...wayOf(request) };
  const input = { params, query, body: withoutPasswords(body) };
  const keptAt = (place: string): Promise<void> =>
    refused.record(place, { ...refusal, role: roleAt(actor, place), input });
  const collectiveId = collectiveIn(params);
  try {
    await keptAt(collectiveId ?? actor.officeId);
  } catch (error) {
    // An address that names no books is about none of ours: it is kept where the person works.
    const isUnknown = error instanceof DomainError && error.code === 'collective.unknown';
    if (!isUnknown || collectiveId === undefined) throw error;
    await keptAt(actor.officeId);
  }
}

/** What was posted, less what is typed as a password: that is kept in no form. */
function withoutPasswords(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([field]) => !/password/i.test(field)));
}

function collectiveIn(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null) return undefined;
  const named = new Map<string, unknown>(Object.entries(params)).get('collectiveId');
  return typeof named === 'string' ? named : undefined;
}
