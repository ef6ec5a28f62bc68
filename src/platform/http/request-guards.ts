import type { FastifyInstance, FastifyRequest } from 'fastify';
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
  return !READING.has(request.method) && !isApi(request);
}

function takeHiddenFields(request: FastifyRequest): void {
  const { body } = request;
  if (isApi(request) || typeof body !== 'object' || body === null) return;
  const fields = new Map<string, unknown>(Object.entries(body));
  const key = fields.get('commandKey');
  if (typeof key === 'string') request.commandKey = key;
  Reflect.deleteProperty(body, 'commandKey');
  Reflect.deleteProperty(body, '_csrf');
}

function isApi(request: FastifyRequest): boolean {
  return (request.routeOptions.url ?? request.url).startsWith('/api/');
}
