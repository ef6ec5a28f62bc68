import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'nestjs-pino';
import { keptFacts, type KeptReasons } from '../../domain/ledger/kept-facts';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems, type Problem } from '../../domain/shared/problem';
import { type Tried, triedWith } from '../database/told-about';
import type { RefusedCommandsService } from '../audit/refused-commands.service';
import { roleAt, wayOf } from './giver-hook';
import { describeFailure } from './failure';
import { LOG_IN_PATHS } from './log-in-paths';
import { statusOf } from './problem-status';
import { type LogInHolder, RefusedLogIn } from './refused-log-in';

declare module 'fastify' {
  interface FastifyRequest {
    /** Why the command was refused; noted where the refusal becomes an answer. */
    refusedWith?: readonly Problem[] | undefined;
    /** Which command it was, where it had begun. */
    refusedCommand?: Tried | undefined;
    /** Whose account somebody at the door could not open. */
    refusedAt?: LogInHolder | undefined;
  }
}

/**
 * Notes on its request that a rule refused a command. What failed, or whose outcome nobody knows, was not
 * refused.
 */
export function noteRefusal(request: FastifyRequest, error: unknown): void {
  if (!(error instanceof DomainError) || statusOf(error.code) >= 500) return;
  const { code, facts } = error;
  request.refusedCommand = triedWith(error);
  if (error instanceof RefusedLogIn) request.refusedAt = error.holder;
  request.refusedWith = error instanceof FormProblems ? error.problems : [{ code, field: '', facts }];
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
  // Once the answer is out: it takes as long for a name that nobody has.
  fastify.addHook('onResponse', async (request: FastifyRequest) => {
    try {
      await keepRefusedLogIn(request, refused);
    } catch (error) {
      logger.error({ failure: describeFailure(error) }, 'a refused log-in was not kept');
    }
  });
}

/** Keeps that an account was not opened, with nothing of what was typed. */
async function keepRefusedLogIn(request: FastifyRequest, refused: RefusedCommandsService): Promise<void> {
  const { refusedAt: holder, refusedWith: problems = [], method } = request;
  if (holder === undefined) return;
  const command = `${method} ${request.routeOptions.url ?? ''}`;
  const codes = problems.map(({ code }) => code);
  const refusal = { actor: holder.userId, role: '', command, codes, input: null, ...wayOf(request) };
  await refused.record(holder.officeId, refusal);
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

async function keepRefusal(request: FastifyRequest, refused: RefusedCommandsService): Promise<void> {
  const { actor, refusedWith: problems, method, params, query, body } = request;
  const pattern = request.routeOptions.url ?? '';
  // A log-in is no command: it is kept by itself, without what was typed.
  if (problems === undefined || actor === undefined) return;
  if (READING.has(method) || LOG_IN_PATHS.has(pattern)) return;
  request.refusedWith = undefined;
  const why = {
    codes: problems.map(({ code }) => code),
    facts: factsText(problems, planIn(pattern, params), request.refusedCommand),
  };
  const refusal = { actor: actor.userId, command: `${method} ${pattern}`, ...why, ...wayOf(request) };
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

/** What the sentences say, which plan the address names, which command it was; undefined where nothing is. */
function factsText(
  problems: readonly Problem[],
  planId: string | undefined,
  tried: Tried | undefined,
): string | undefined {
  const why = keptFacts(problems);
  const told: KeptReasons = {
    ...(Object.keys(why).length === 0 ? {} : { why }),
    ...(planId === undefined ? {} : { of: { planId } }),
    ...(tried === undefined ? {} : { asked: tried.name }),
    ...(tried === undefined || Object.keys(tried.about).length === 0 ? {} : { about: tried.about }),
  };
  return Object.keys(told).length === 0 ? undefined : JSON.stringify(told);
}

const PLANS = /\/(?:year-)?plans\/:(\w+)/;
const IS_ID = /^[0-9a-f-]{36}$/;

function planIn(pattern: string, params: unknown): string | undefined {
  const id = namedIn(params, PLANS.exec(pattern)?.[1] ?? '');
  return id !== undefined && IS_ID.test(id) ? id : undefined;
}

function collectiveIn(params: unknown): string | undefined {
  return namedIn(params, 'collectiveId');
}

function namedIn(params: unknown, name: string): string | undefined {
  if (typeof params !== 'object' || params === null) return undefined;
  const named = new Map<string, unknown>(Object.entries(params)).get(name);
  return typeof named === 'string' ? named : undefined;
}
