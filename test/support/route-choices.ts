import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { PlanPlacesService } from '../../src/features/distribution/plan-places.service';
import { RouteChoicesService } from '../../src/features/distribution/route-choices.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { seedRegisters } from './seed-registers';

interface Ground {
  readonly database: Database;
  readonly clock: Clock;
  readonly collectives: CollectivesService;
}

/** The routes that counties chose. */
export function routeChoicesOn({ database, clock, collectives }: Ground): RouteChoicesService {
  return new RouteChoicesService(database, clock, collectives, seedRegisters().routes);
}

/** Where plans are made, with the routes that counties chose. */
export function planPlacesOn(ground: Ground): PlanPlacesService {
  return new PlanPlacesService(ground.collectives, routeChoicesOn(ground));
}
