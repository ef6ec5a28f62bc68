import { RequestMethod } from '@nestjs/common';
import type { Params } from 'nestjs-pino';
import type { Configuration } from '../config/configuration';
import { describeFailure } from './failure';

/** What the log keeps of a request: its number, method and path; no address, header, query string or body. */
function describeRequest(request: { id?: unknown; method?: unknown; url?: unknown }): object {
  const path = typeof request.url === 'string' ? request.url.split('?')[0] : undefined;
  return { id: request.id, method: request.method, path };
}

/** Structured logs, one line of JSON per request, without personal data. */
export function loggingOf({ logLevel }: Configuration): Params {
  return {
    pinoHttp: {
      level: logLevel,
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
      serializers: {
        req: describeRequest,
        res: (response: { statusCode?: unknown }) => ({ status: response.statusCode }),
        // pino has described the error already, values and all; the error itself is what is told of.
        err: (told: { raw?: unknown }) => describeFailure(told.raw ?? told),
      },
    },
    forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
  };
}
