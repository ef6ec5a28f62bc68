import { Inject, Injectable } from '@nestjs/common';
import { readPack } from '../../domain/policy/read-pack';
import { DomainError } from '../../domain/shared/domain-error';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { type LoadedPack, loadPacks, packDigest } from './pack-files';

export { type LoadedPack, packDigest };

/**
 * The register of policy packs, read once when the service starts; a broken pack keeps it from starting.
 */
@Injectable()
export class PolicyService {
  private readonly packs: readonly LoadedPack[];
  /** Editions no longer in a file that plans stand under, by digest. */
  private readonly earlier = new Map<string, LoadedPack>();

  constructor(@Inject(SEEDS_FOLDER) seedsFolder: string) {
    this.packs = loadPacks(seedsFolder);
  }

  /** Every pack, by region and first day. */
  listPacks(): readonly LoadedPack[] {
    return this.packs;
  }

  /** The packs of these regions, the nearest region's first, of each region the latest first. */
  packsAlong(regionPath: readonly string[]): LoadedPack[] {
    return regionPath.flatMap((region) =>
      this.packs
        .filter(({ pack }) => pack.region.code === region)
        .sort((left, right) => (left.pack.valid.from < right.pack.valid.from ? 1 : -1)),
    );
  }

  /** @throws DomainError `policy.unknownPack` */
  requirePack(id: string): LoadedPack {
    const found = this.packs.find(({ pack }) => pack.id === id);
    if (found === undefined) throw new DomainError('policy.unknownPack', { pack: id });
    return found;
  }

  /** The file of a pack where it says what it said under this digest, or only its form changed since. */
  findEdition(id: string, digest: string): LoadedPack | undefined {
    const found = this.packs.find(({ pack }) => pack.id === id);
    return [found?.digest, ...(found?.pack.earlierForms ?? [])].includes(digest) ? found : undefined;
  }

  /**
   * The edition of a pack that a plan was drafted under.
   * @param kept its canonical text as the books keep it, for where the file was edited since or is gone
   * @throws DomainError `policy.unknownPack`, `policy.packChanged`: never another edition for a past figure
   */
  requireEdition(id: string, digest: string, kept?: string): LoadedPack {
    const found = this.findEdition(id, digest) ?? this.earlierEdition(id, digest, kept);
    if (found !== undefined) return found;
    this.requirePack(id);
    throw new DomainError('policy.packChanged', { pack: id });
  }

  /** An edition that no file holds any more, read once from the text that was kept of it. */
  private earlierEdition(id: string, digest: string, kept: string | undefined): LoadedPack | undefined {
    if (kept === undefined || packDigest(kept) !== digest) return undefined;
    const known = this.earlier.get(digest);
    const read = known ?? { pack: readPack(JSON.parse(kept), id), digest, canonical: kept };
    this.earlier.set(digest, read);
    return read;
  }
}
