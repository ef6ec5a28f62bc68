import { Injectable } from '@nestjs/common';
import type { RoutedKind } from '../../domain/approvals/route-choices';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { RouteChoicesService, type VillageRoute } from './route-choices.service';

/** Where a plan is made: whose it is, and by which route it is decided there. */
@Injectable()
export class PlanPlacesService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly routes: RouteChoicesService,
  ) {}

  /** @throws DomainError `collective.unknown` */
  requireCollective(collectiveId: string): Promise<Collective> {
    return this.collectives.requireCollective(collectiveId);
  }

  /** @throws DomainError `plan.routeMissing` */
  async requireRoute(
    village: Collective,
    asked: { readonly kind: RoutedKind; readonly day: CalendarDay },
  ): Promise<VillageRoute & { readonly routeId: string }> {
    const { routeId, choice } = await this.routes.routeFor(village, asked);
    if (routeId === null) throw new DomainError('plan.routeMissing', { collective: village.name });
    return { routeId, choice };
  }
}
