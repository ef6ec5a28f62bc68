import fastifyCookie from '@fastify/cookie';
import fastifyCsrf from '@fastify/csrf-protection';
import fastifyHelmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Logger } from 'nestjs-pino';
import { sentenceFor } from '../../glossary/sentences';
import { RefusedCommandsService } from '../audit/refused-commands.service';
import { Clock } from '../clock/clock';
import type { Configuration } from '../config/configuration';
import { requireCookieSecret } from '../config/cookie-secret';
import { newId } from '../ids/new-id';
import { ApiDescription } from './api-description';
import { readFormBody } from './form-body';
import { nameGivers } from './giver-hook';
import { endMomentsOnSending } from './one-moment.interceptor';
import { keepRefusals } from './refusal-hook';
import { guardRequests } from './request-guards';
import { UPLOAD_LIMITS } from './uploads';

const BODY_LIMIT_BYTES = 512 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;
const FORM = 'application/x-www-form-urlencoded';

/**
 * Builds the web application around a root module, not yet listening.
 * @param rootModule the application's modules; the HTTP module among them, first
 */
export async function createApp(
  rootModule: DynamicModule,
  configuration: Configuration,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: false,
    genReqId: newId,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseUnreadable,
  });
  // What went wrong is told by whoever starts, in its own words.
  const app = await NestFactory.create<NestFastifyApplication>(rootModule, adapter, {
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  await registerPlugins(app, configuration);
  readBodies(app);
  const fastify = app.getHttpAdapter().getInstance();
  guardRequests(fastify);
  nameGivers(fastify, app.get(Clock));
  endMomentsOnSending(fastify);
  keepRefusals(fastify, app.get(RefusedCommandsService), app.get(Logger));
  app.get(ApiDescription).describe(app);
  app.enableShutdownHooks();
  return app;
}

/** An address that cannot be decoded reaches no route and no filter. */
function refuseUnreadable(_error: unknown, _request: unknown, reply: FastifyReply): void {
  void reply.status(400).type('text/plain; charset=utf-8').send(sentenceFor('http.badRequest'));
}

async function registerPlugins(app: NestFastifyApplication, configuration: Configuration): Promise<void> {
  const { https } = configuration;
  await app.register(fastifyCookie, { secret: requireCookieSecret(configuration) });
  await app.register(fastifyCsrf, {
    cookieKey: 'form_key',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: https, signed: true },
  });
  await app.register(fastifyHelmet, headersOf(https));
  // A file that is too large is told in the form; the rest of it is let by unread.
  await app.register(fastifyMultipart, { limits: UPLOAD_LIMITS, throwFileSizeLimit: false });
}

/** Pages hold their own styles and scripts only, run nothing inline and stand in no other page's frame. */
function headersOf(https: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // Over plain HTTP on a village's own network an upgrade would lose the stylesheet.
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // The page a form was posted from is where an error leads back to.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: https,
  };
}

/** Forms are read with their nested fields; JSON by Fastify itself; nothing else is read at all. */
function readBodies(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain');
  app.useBodyParser(FORM, { bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) => {
    try {
      done(null, readFormBody(body.toString()));
    } catch (error) {
      done(error instanceof Error ? error : new Error('unreadable form'));
    }
  });
}
