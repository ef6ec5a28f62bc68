import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PUBLIC_WRITE_PATHS } from './public-write-paths';
import { readUpload } from './uploads';

/**
 * What holds for every request before any action sees it: a form needs the token of the page it came
 * from, its two
 * hidden fields are taken out of the body, and no answer is kept by a cache unless it says so itself.
 * Under `/api` there are no cookies, so nothing can be posted in another person's name.
 */
export function guardRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('preValidation', readUpload);
  fastify.addHook('preValidation', (request, reply, done) => {
    if (needsToken(request)) fastify.csrfProtection(request, reply, done);
    else done();
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    takeHiddenFields(request);
    done();
  });
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

function needsToken(request: FastifyRequest): boolean {
  return !READING.has(request.method) && !isApi(request) && !isPublicWrite(request);
}

function isPublicWrite(request: FastifyRequest): boolean {
  return PUBLIC_WRITE_PATHS.has(request.routeOptions.url ?? '');
}

function takeHiddenFields(request: FastifyRequest): void {
  const { body, query } = request;
  if (isApi(request)) return;
  request.filled = takeField(query, 'filled');
  request.corrects = takeField(query, 'corrects');
  request.corrects = takeField(body, 'corrects') ?? request.corrects;
  request.commandKey = takeField(body, 'commandKey') ?? request.commandKey;
  takeField(body, '_csrf');
}

/** A field's text, taken out of what was sent. */
function takeField(sent: unknown, name: string): string | undefined {
  if (typeof sent !== 'object' || sent === null) return undefined;
  const value: unknown = Reflect.get(sent, name);
  Reflect.deleteProperty(sent, name);
  return typeof value === 'string' ? value : undefined;
}

function isApi(request: FastifyRequest): boolean {
  return (request.routeOptions.url ?? request.url).startsWith('/api/');
}
