import type { FastifyReply, FastifyRequest } from 'fastify';
import { CODE_PATH } from '../../platform/http/log-in-paths';
import type { Session } from './sessions.service';

const COOKIE = 'session';

/**
 * The token a request carries: under `/api` the bearer's, which no browser sends by itself; elsewhere
 * the cookie's.
 */
export function findToken(request: FastifyRequest): string | undefined {
  const route = request.routeOptions.url ?? '';
  if (!route.startsWith('/api/')) return request.cookies[COOKIE];
  return /^Bearer ([\w.-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
}

/** Gives the browser the token: out of reach of scripts, not sent with posts from other sites. */
export function keepToken(reply: FastifyReply, session: Session, https: boolean): void {
  const expires = new Date(session.expiresAt);
  reply.setCookie(COOKIE, session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
    expires,
  });
}

const TICKET = 'log_in_ticket';
const TICKET_SECONDS = 300;

/** Gives the browser what it shows in the second step of a log-in, and nowhere else. */
export function keepTicket(reply: FastifyReply, ticket: string, https: boolean): void {
  const shared = { httpOnly: true, sameSite: 'lax', secure: https } as const;
  reply.setCookie(TICKET, ticket, { ...shared, path: CODE_PATH, maxAge: TICKET_SECONDS });
}

export function findTicket(request: FastifyRequest): string {
  return request.cookies[TICKET] ?? '';
}

export function dropTicket(reply: FastifyReply): void {
  reply.clearCookie(TICKET, { path: CODE_PATH });
}

/** Takes the token back. */
export function dropToken(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' });
}
