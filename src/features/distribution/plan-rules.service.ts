import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { requireSeenText } from '../../domain/policy/choose-pack';
import { DomainError } from '../../domain/shared/domain-error';
import { CollectivesService } from '../collectives/collectives.service';
import { type LoadedPack, PolicyService } from '../policy/policy.service';

/**
 * Which rules a collective's plan stands under: the nearest region's pack of that day, and the collective's
 * route.
 */
@Injectable()
export class PlanRulesService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly policy: PolicyService,
  ) {}

  /**
   * @throws DomainError `policy.noPackInForce`, `policy.twoPacksInForce`, `policy.textNotSeen`,
   * `plan.routeMissing`
   */
  async requireRules(
    collectiveId: string,
    day: CalendarDay,
  ): Promise<{ loaded: LoadedPack; routeId: string }> {
    const collective = await this.collectives.requireCollective(collectiveId);
    if (collective.routeId === null)
      throw new DomainError('plan.routeMissing', { collective: collective.name });
    const loaded = this.policy.requirePackInForce(collective.regionPath, day);
    requireSeenText(loaded.pack, { areReal: collective.madeUp === 0 });
    return { loaded, routeId: collective.routeId };
  }
}
