import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { isInForce, type PackFinding } from '../../domain/policy/choose-pack';
import type { PackStanding } from '../../domain/policy/confirmation';
import type { LocalNumber } from '../../domain/policy/local-standard';
import type { Need } from '../../domain/policy/pack';
import { liesIn } from '../../domain/policy/regions';
import { RegionTree } from '../users/region-tree.service';
import { LocalStandardsService } from './local-standards.service';
import { PackChoicesService } from './pack-choices.service';
import { PackConfirmationsService } from './pack-confirmations.service';
import { type LoadedPack, PolicyService } from './policy.service';

/** A pack as it stands for a place on a day, with the place's own numbers. */
export interface PackFacts extends LoadedPack {
  readonly isInForce: boolean;
  readonly standing: PackStanding;
  readonly numbers: readonly LocalNumber[];
  /** Numbers the document leaves to the county, and nobody has filled. */
  readonly openNeeds: readonly Need[];
}

/** What the rules say for an office or a village. */
export interface PolicyState {
  readonly regionPath: readonly string[];
  /** The pack to go by. */
  readonly finding: PackFinding<LoadedPack>;
  /** The packs of its region path, nearest first, then those of regions in its own. */
  readonly packs: readonly PackFacts[];
}

/** Packs with what counties and villages have added to them, for pages and programs. */
@Injectable()
export class PackFactsService {
  constructor(
    private readonly policy: PolicyService,
    private readonly standards: LocalStandardsService,
    private readonly choices: PackChoicesService,
    private readonly confirmations: PackConfirmationsService,
    private readonly tree: RegionTree,
  ) {}

  async stateOn(collectiveId: string, day: CalendarDay): Promise<PolicyState> {
    const regionPath = await this.tree.regionPathOf(collectiveId);
    const packs: PackFacts[] = [];
    for (const loaded of this.packsOf(regionPath)) packs.push(await this.read(loaded, regionPath, day));
    return { regionPath, finding: await this.choices.packFor(regionPath, day), packs };
  }

  /** One pack of the place, or any other to be compared with. @throws DomainError `policy.unknownPack` */
  async packOn(collectiveId: string, packId: string, day: CalendarDay): Promise<PackFacts> {
    const regionPath = await this.tree.regionPathOf(collectiveId);
    return this.read(this.policy.requirePack(packId), regionPath, day);
  }

  private packsOf(regionPath: readonly string[]): LoadedPack[] {
    const [own = ''] = regionPath;
    const below = this.policy
      .listPacks()
      .filter(({ pack }) => !regionPath.includes(pack.region.code) && liesIn(pack.region.code, own));
    return [...this.policy.packsAlong(regionPath), ...below];
  }

  private async read(
    loaded: LoadedPack,
    regionPath: readonly string[],
    day: CalendarDay,
  ): Promise<PackFacts> {
    const { pack } = loaded;
    const numbers = await this.standards.numbersOn(regionPath, pack, day);
    return {
      ...loaded,
      isInForce: isInForce(pack, day),
      standing: await this.confirmations.confirmationOf(regionPath, loaded, day),
      numbers,
      openNeeds: pack.needs.filter(
        ({ id, decidedBy }) => decidedBy === 'county' && !numbers.some((number) => number.id === id),
      ),
    };
  }
}
