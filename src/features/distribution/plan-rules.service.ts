import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PlanNumber } from '../../domain/distribution/plan-numbers';
import { requireSeenText } from '../../domain/policy/choose-pack';
import { DomainError } from '../../domain/shared/domain-error';
import { CollectivesService } from '../collectives/collectives.service';
import { type LoadedPack, PolicyService } from '../policy/policy.service';
import { PlanNumberEntity } from './plan-number.entity';
import { PlanPacksService } from './plan-packs.service';

/**
 * Which rules a collective's plan stands under: the nearest region's pack of that day, and the collective's
 * route.
 */
@Injectable()
export class PlanRulesService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly policy: PolicyService,
    private readonly packs: PlanPacksService,
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

  /**
   * Keeps what a plan is judged by with the plan: the text of its policy, and every number the document
   * leaves open, also where nobody has given it.
   */
  async keep(
    tx: EntityManager,
    of: { readonly collectiveId: string; readonly planId: string },
    by: { readonly loaded: LoadedPack; readonly numbers: readonly PlanNumber[] },
  ): Promise<void> {
    await this.packs.keep(tx, of.collectiveId, by.loaded);
    const rows = by.numbers.map(({ id: numberId, decidedBy, value, from, paper }) => ({
      ...of,
      numberId,
      decidedBy,
      value: value ?? null,
      validFrom: from ?? null,
      paper: paper ?? null,
    }));
    if (rows.length > 0) await tx.insert(PlanNumberEntity, rows);
  }
}
