import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PlanNumber } from '../../domain/distribution/plan-numbers';
import { requireSeenText } from '../../domain/policy/choose-pack';
import type { LocalNumber } from '../../domain/policy/local-standard';
import type { PolicyPack } from '../../domain/policy/pack';
import type { RoutedKind } from '../../domain/approvals/route-choices';
import { DomainError } from '../../domain/shared/domain-error';
import { LocalStandardsService } from '../policy/local-standards.service';
import { PackChoicesService } from '../policy/pack-choices.service';
import { PackConfirmationsService } from '../policy/pack-confirmations.service';
import type { LoadedPack } from '../policy/policy.service';
import { NO_PACK } from './no-pack';
import { PlanNumberEntity } from './plan-number.entity';
import { PlanPlacesService } from './plan-places.service';
import { PlanPacksService } from './plan-packs.service';
import { insertRecorded } from '../../platform/audit/records';
import type { PlanStanding } from './standing-checks';

/** What a plan of a day stands under. */
export interface PlanRules {
  readonly loaded: LoadedPack;
  readonly routeId: string;
  readonly standards: readonly LocalNumber[];
}

/** A plan, or a draft that is not saved yet, with the policy it stands under. */
export interface PlanUnder {
  readonly collectiveId: string;
  readonly pack: PolicyPack;
  readonly packDigest: string;
}

/**
 * Which rules a collective's plan stands under: the nearest region's pack of that day, and the collective's
 * route.
 */
@Injectable()
export class PlanRulesService {
  constructor(
    private readonly places: PlanPlacesService,
    private readonly choices: PackChoicesService,
    private readonly confirmations: PackConfirmationsService,
    private readonly standards: LocalStandardsService,
    private readonly packs: PlanPacksService,
  ) {}

  /**
   * What a draft of that day stands under: where no pack is in force, {@link NO_PACK}.
   * @returns the pack, the route, and the numbers that the county gives for the pack on that day
   * @throws DomainError `policy.twoPacksInForce`, `policy.textNotSeen`, `plan.routeMissing`
   */
  async draftingRules(collectiveId: string, day: CalendarDay, kind: RoutedKind = 'plan'): Promise<PlanRules> {
    const place = await this.places.requireCollective(collectiveId);
    const { regionPath, madeUp } = place;
    const { routeId } = await this.places.requireRoute(place, { kind, day });
    const loaded = await this.choices.findPackFor(regionPath, day);
    if (loaded === undefined) return { loaded: NO_PACK, routeId, standards: [] };
    requireSeenText(loaded.pack, { areReal: madeUp === 0 });
    return { loaded, routeId, standards: await this.standards.numbersOn(regionPath, loaded.pack, day) };
  }

  /**
   * What a plan is decided by on that day.
   * @throws DomainError `policy.noPackInForce`, `policy.packEnded`, and as {@link draftingRules}
   */
  async requireRules(collectiveId: string, day: CalendarDay): Promise<PlanRules> {
    const { regionPath } = await this.places.requireCollective(collectiveId);
    await this.choices.requirePackFor(regionPath, day);
    return this.draftingRules(collectiveId, day);
  }

  /**
   * Refuses to submit a draft whose route the county has changed since; what is submitted keeps its own.
   * @throws DomainError `plan.routeChanged`, `plan.routeEnded` where the county's choice no longer stands
   */
  async requireSameRoute(
    { collectiveId, routeId }: { readonly collectiveId: string; readonly routeId: string },
    asked: { readonly kind: RoutedKind; readonly day: CalendarDay },
  ): Promise<void> {
    const place = await this.places.requireCollective(collectiveId);
    const now = await this.places.requireRoute(place, asked);
    if (now.routeId === routeId) return;
    const { choice } = now;
    if (choice === undefined) throw new DomainError('plan.routeEnded');
    const { fromOn: from, paper } = choice;
    throw new DomainError('plan.routeChanged', { from, paper });
  }

  /** Whether a draft that was made under no pack has one to go by now. */
  async hasPackNow({ pack, collectiveId }: PlanUnder, day: CalendarDay): Promise<boolean> {
    if (pack.id !== NO_PACK.pack.id) return false;
    const { regionPath } = await this.places.requireCollective(collectiveId);
    return 'found' in (await this.choices.packFor(regionPath, day));
  }

  /**
   * How the policy of a plan stands on a day: whether there is one, and whether it still holds.
   * @param day the day of the village body's decision; today while there is none
   */
  async standingOf(plan: PlanUnder, day: CalendarDay): Promise<PlanStanding> {
    const { collectiveId, pack } = plan;
    if (pack.id === NO_PACK.pack.id) return { kind: 'none' };
    const { regionPath } = await this.places.requireCollective(collectiveId);
    const digest = this.packs.digestNow(pack.id, plan.packDigest);
    const standing = await this.confirmations.decidedUnder({ pack, digest }, { regionPath, day });
    if (standing.kind !== 'confirmed') return standing;
    const office = await this.places.requireCollective(standing.confirmation.officeId);
    return { ...standing, office: office.organisationName };
  }

  /** Keeps the text of a plan's policy with its books. */
  keepPack(tx: EntityManager, collectiveId: string, loaded: LoadedPack): Promise<void> {
    return this.packs.keep(tx, collectiveId, loaded);
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
    await this.keepPack(tx, of.collectiveId, by.loaded);
    const rows = by.numbers.map(({ id: numberId, decidedBy, value, from, paper }) => ({
      ...of,
      numberId,
      decidedBy,
      value: value ?? null,
      validFrom: from ?? null,
      paper: paper ?? null,
    }));
    if (rows.length > 0) await insertRecorded(tx, PlanNumberEntity, rows);
  }
}
