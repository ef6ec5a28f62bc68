import { Inject, Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { choosePack } from '../../domain/policy/choose-pack';
import { DomainError } from '../../domain/shared/domain-error';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { type LoadedPack, loadPacks } from './pack-files';

export type { LoadedPack };

/**
 * The register of policy packs, read once when the service starts; a broken pack keeps it from starting.
 */
@Injectable()
export class PolicyService {
  private readonly packs: readonly LoadedPack[];

  constructor(@Inject(SEEDS_FOLDER) seedsFolder: string) {
    this.packs = loadPacks(seedsFolder);
  }

  /**
   * The pack in force for a place on a day, of the nearest region that has one.
   * @param regionPath region codes, nearest first
   * @throws DomainError `policy.twoPacksInForce`
   */
  packInForce(regionPath: readonly string[], day: CalendarDay): LoadedPack | undefined {
    return choosePack(this.packs, regionPath, day);
  }

  /** The packs of these regions, the nearest region's first, of each region the latest first. */
  packsAlong(regionPath: readonly string[]): LoadedPack[] {
    return regionPath.flatMap((region) =>
      this.packs
        .filter(({ pack }) => pack.region.code === region)
        .sort((left, right) => (left.pack.valid.from < right.pack.valid.from ? 1 : -1)),
    );
  }

  /** @throws DomainError `policy.noPackInForce`, `policy.twoPacksInForce` */
  requirePackInForce(regionPath: readonly string[], day: CalendarDay): LoadedPack {
    const found = this.packInForce(regionPath, day);
    if (found === undefined) throw new DomainError('policy.noPackInForce', { regions: regionPath, day });
    return found;
  }

  /**
   * The pack a plan was drafted under.
   * @param digest what the plan kept of it; a pack edited since is refused rather than applied to a past
   * figure, unless only its form changed
   * @throws DomainError `policy.unknownPack`, `policy.packChanged`
   */
  requirePack(id: string, digest?: string): LoadedPack {
    const found = this.packs.find(({ pack }) => pack.id === id);
    if (found === undefined) throw new DomainError('policy.unknownPack', { pack: id });
    const isKnown = digest === undefined || [found.digest, ...found.pack.earlierForms].includes(digest);
    if (!isKnown) throw new DomainError('policy.packChanged', { pack: id });
    return found;
  }
}
