import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { readRoute } from '../../domain/approvals/read-route';
import type { MeetingStep, PublicityStep, ReviewStep, Route } from '../../domain/approvals/route';
import { DomainError } from '../../domain/shared/domain-error';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

/** A step at which somebody decides; publicity and what is talked over before decide nothing. */
export type DecidingStep = MeetingStep | ReviewStep;

/**
 * The routes of approval, read once from their seed files; a broken route keeps the service from starting.
 */
@Injectable()
export class RoutesService {
  private readonly routes: ReadonlyMap<string, Route>;

  constructor(@Inject(SEEDS_FOLDER) seedsFolder: string) {
    const folder = join(seedsFolder, 'routes');
    const ids = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length));
    this.routes = new Map(
      ids.map((id) => [id, readRoute(parse(readFileSync(join(folder, `${id}.yaml`), 'utf8')), id)]),
    );
  }

  /** @throws DomainError `approvals.routeUnknown` */
  requireRoute(id: string): Route {
    const route = this.routes.get(id);
    if (route === undefined) throw new DomainError('approvals.routeUnknown', { routeId: id });
    return route;
  }
}

/** The steps of a route at which somebody decides, in order. */
export function decidingSteps(route: Route): DecidingStep[] {
  return route.steps.filter(
    (step): step is DecidingStep => step.kind === 'meeting' || step.kind === 'review',
  );
}

/** The publicity step of a route, when it has one. */
export function publicityStep(route: Route): PublicityStep | undefined {
  return route.steps.find((step): step is PublicityStep => step.kind === 'publicity');
}
