import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { minutes, ThrottlerGuard, ThrottlerModule, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { LoggerModule } from 'nestjs-pino';
import type { FastifyRequest } from 'fastify';
import type { Configuration } from '../config/configuration';
import { AuditModule } from '../audit/audit.module';
import { ConfigurationModule } from '../config/configuration.module';
import { ApiDescription, ApiDescriptionController } from './api-description';
import { AssetsController } from './assets.controller';
import { formPipe } from './form-problems';
import { HealthController } from './health.controller';
import { LOG_IN_PATHS } from './log-in-paths';
import { PUBLIC_WRITE_PATHS } from './public-write-paths';
import { loggingOf } from './logging';
import { OneMoment } from './one-moment.interceptor';
import { ProblemFilter } from './problem.filter';

/**
 * What every web application has: rate limit, form checks, the one filter, logs, health and assets.
 * Import it first.
 */
@Module({})
export class HttpModule {
  static forConfiguration(configuration: Configuration): DynamicModule {
    return {
      module: HttpModule,
      imports: [
        AuditModule,
        ConfigurationModule.of(configuration),
        LoggerModule.forRoot(loggingOf(configuration)),
        ThrottlerModule.forRoot(limitsOf(configuration)),
      ],
      controllers: [AssetsController, HealthController, ApiDescriptionController],
      providers: [
        ApiDescription,
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_INTERCEPTOR, useClass: OneMoment },
        { provide: APP_PIPE, useFactory: formPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

/** So often anybody may write from one address in ten minutes; a village may share one. */
const PUBLIC_WRITES = 10;

/**
 * Limits by address: one over everything, a strict one over log-ins, whichever door they use, and one over
 * what is written without a log-in.
 */
function limitsOf({ requestsPerMinute, logInsPerMinute }: Configuration): ThrottlerModuleOptions {
  return {
    throttlers: [
      { name: 'general', ttl: minutes(1), limit: requestsPerMinute, skipIf: () => requestsPerMinute === 0 },
      {
        name: 'logIn',
        ttl: minutes(1),
        limit: logInsPerMinute,
        skipIf: (context) => !isLogIn(context.switchToHttp().getRequest<FastifyRequest>()),
      },
      {
        name: 'publicWrite',
        ttl: minutes(10),
        limit: PUBLIC_WRITES,
        skipIf: (context) => !isPublicWrite(context.switchToHttp().getRequest<FastifyRequest>()),
      },
    ],
    setHeaders: false,
    // The filter reads from it how long to wait, and says so in words.
    errorMessage: (_context, { timeToBlockExpire }) => String(timeToBlockExpire),
    generateKey: (_context, address, name) => `${name} ${address}`,
  };
}

function isPublicWrite(request: FastifyRequest): boolean {
  return request.method === 'POST' && PUBLIC_WRITE_PATHS.has(request.routeOptions.url ?? '');
}

function isLogIn(request: FastifyRequest): boolean {
  return request.method === 'POST' && LOG_IN_PATHS.has(request.routeOptions.url ?? '');
}
