import { readRoute } from '../../src/domain/approvals/read-route';
import type { Route } from '../../src/domain/approvals/route';
import { RoutesService } from '../../src/features/approvals/routes.service';

/** The usual route of the seeds, by which a village met, was reviewed and hung a sheet for seven days. */
export const USUAL_ROUTE = 'village-representatives-then-township';

/** The same without its sheet: approving and publishing fall together, and nobody waits seven days. */
export const KIT_ROUTE = 'kit-without-publicity';

/** The routes of the seed files, and one for whoever does not ask about publicity. */
export class KitRoutes extends RoutesService {
  override requireRoute(id: string): Route {
    return id === KIT_ROUTE ? readRoute(JSON.parse(this.requireText(id)), id) : super.requireRoute(id);
  }

  override requireText(id: string): string {
    if (id !== KIT_ROUTE) return super.requireText(id);
    const usual = JSON.parse(super.requireText(USUAL_ROUTE)) as { steps: { kind: string }[] };
    const steps = usual.steps.filter(({ kind }) => kind !== 'publicity');
    return JSON.stringify({ ...usual, steps });
  }
}
