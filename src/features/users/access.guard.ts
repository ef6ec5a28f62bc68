import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/shared/domain-error';
import { PASSWORD_PATH } from '../../platform/http/log-in-paths';
import { type AccessLine, accessRefusal, type Place } from './access';
import { ACCESS } from './access-table';
import { posterFor } from './links.service';
import { RegionTree } from './region-tree.service';
import { findToken } from './session-token';
import { SessionsService } from './sessions.service';

/**
 * Asks for every request who it is and whether the table lets them in. A route without a line is closed.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionsService,
    private readonly tree: RegionTree,
  ) {}

  /**
   * @throws DomainError `users.notLoggedIn`, `access.otherRole`, `access.otherCollective`,
   * `access.noLine`, `access.passwordToChange` where somebody else set the password
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
    const token = findToken(request);
    request.actor = token === undefined ? undefined : await this.sessions.actorOf(token);
    const line = requireLine(request);
    if (line.who !== 'public' && request.actor?.mustChangePassword === true && !leadsToChange(request))
      throw new DomainError('access.passwordToChange');
    const place = request.actor === undefined ? undefined : await this.placeOf(line, request.params);
    const refusal = accessRefusal(line, request.actor, place);
    if (refusal !== undefined) throw new DomainError(refusal);
    if (request.actor !== undefined) request.mayPost = posterFor(request.actor, place);
    return true;
  }

  private async placeOf(line: AccessLine, params: Record<string, string>): Promise<Place | undefined> {
    const { collectiveId } = params;
    if (line.scope === undefined || collectiveId === undefined) return undefined;
    return { collectiveId, ancestorIds: await this.tree.listAncestorIds(collectiveId) };
  }
}

/** What is open while the password is still somebody else's: to change it, and to log out. */
const CHANGE_ROUTES: ReadonlySet<string> = new Set([
  `GET ${PASSWORD_PATH}`,
  `POST ${PASSWORD_PATH}`,
  `POST /api${PASSWORD_PATH}`,
  'DELETE /api/sessions/current',
]);

function leadsToChange(request: FastifyRequest): boolean {
  return CHANGE_ROUTES.has(routeOf(request));
}

function routeOf(request: FastifyRequest): string {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return `${method} ${request.routeOptions.url ?? ''}`;
}

function requireLine(request: FastifyRequest): AccessLine {
  const route = routeOf(request);
  const line = ACCESS[route];
  if (line === undefined) throw new DomainError('access.noLine', { route });
  return line;
}
