import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { readRoute } from '../../domain/approvals/read-route';
import type { PublicityStep, Route, Step } from '../../domain/approvals/route';
import { DomainError } from '../../domain/shared/domain-error';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

/**
 * The routes of approval, read once from their seed files; a broken route keeps the service from starting.
 */
@Injectable()
export class RoutesService {
  private readonly routes: ReadonlyMap<string, Route>;
  private readonly texts: ReadonlyMap<string, string>;

  constructor(@Inject(SEEDS_FOLDER) seedsFolder: string) {
    const folder = join(seedsFolder, 'routes');
    const ids = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length))
      .sort();
    const raw = ids.map((id): [string, unknown] => [
      id,
      parse(readFileSync(join(folder, `${id}.yaml`), 'utf8')),
    ]);
    this.routes = new Map(raw.map(([id, file]) => [id, readRoute(file, id)]));
    this.texts = new Map(raw.map(([id, file]) => [id, JSON.stringify(file)]));
  }

  /** What a route's file says, to be kept with a plan. @throws DomainError `approvals.routeUnknown` */
  requireText(id: string): string {
    return this.texts.get(this.requireRoute(id).id) ?? '';
  }

  /**
   * The steps of what is decided by a route: those of the text that was kept with it, so that nobody changes
   * afterwards by what it was decided; of what is not submitted yet, those of the route as it stands.
   */
  stepsOf(of: DecidedBy): readonly Step[] {
    const { routeId, routeText: text } = of;
    const route = text === null ? this.requireRoute(routeId) : readRoute(JSON.parse(text), routeId);
    return of.everyStep ? route.steps : decidingSteps(route);
  }

  /** Every route, by its id. */
  listRoutes(): readonly Route[] {
    return [...this.routes.values()];
  }

  /** @throws DomainError `approvals.routeUnknown` */
  requireRoute(id: string): Route {
    const route = this.routes.get(id);
    if (route === undefined) throw new DomainError('approvals.routeUnknown', { routeId: id });
    return route;
  }
}

/** By which route something is decided, and by which of its steps. */
export interface DecidedBy {
  readonly routeId: string;
  /** The route's text as it was kept; null where none was. */
  readonly routeText: string | null;
  /** Whether every step is taken; of plans of before only meetings and reviews were. */
  readonly everyStep: boolean;
}

/** The steps of a route at which somebody decides, in order. */
function decidingSteps(route: Route): Step[] {
  return route.steps.filter(({ kind }) => kind === 'meeting' || kind === 'review');
}

/** The first publicity step of some, when there is one. */
export function publicityStep(steps: readonly Step[]): PublicityStep | undefined {
  return steps.find((step): step is PublicityStep => step.kind === 'publicity');
}
