import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PlanNumber } from '../../domain/distribution/plan-numbers';
import { requireSeenText } from '../../domain/policy/choose-pack';
import type { LocalNumber } from '../../domain/policy/local-standard';
import { DomainError } from '../../domain/shared/domain-error';
import { CollectivesService } from '../collectives/collectives.service';
import { LocalStandardsService } from '../policy/local-standards.service';
import { PackChoicesService } from '../policy/pack-choices.service';
import type { LoadedPack } from '../policy/policy.service';
import { PlanNumberEntity } from './plan-number.entity';
import { PlanPacksService } from './plan-packs.service';

/** What a plan of a day stands under. */
export interface PlanRules {
  readonly loaded: LoadedPack;
  readonly routeId: string;
  readonly standards: readonly LocalNumber[];
}

/**
 * Which rules a collective's plan stands under: the nearest region's pack of that day, and the collective's
 * route.
 */
@Injectable()
export class PlanRulesService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly choices: PackChoicesService,
    private readonly standards: LocalStandardsService,
    private readonly packs: PlanPacksService,
  ) {}

  /**
   * @returns the pack, the route, and the numbers that the county gives for the pack on that day
   * @throws DomainError `policy.noPackInForce`, `policy.twoPacksInForce`, `policy.textNotSeen`,
   * `plan.routeMissing`
   */
  async requireRules(collectiveId: string, day: CalendarDay): Promise<PlanRules> {
    const { name, routeId, regionPath, madeUp } = await this.collectives.requireCollective(collectiveId);
    if (routeId === null) throw new DomainError('plan.routeMissing', { collective: name });
    const loaded = await this.choices.requirePackFor(regionPath, day);
    requireSeenText(loaded.pack, { areReal: madeUp === 0 });
    return { loaded, routeId, standards: await this.standards.numbersOn(regionPath, loaded.pack, day) };
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
