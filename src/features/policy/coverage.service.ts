import { Inject, Injectable } from '@nestjs/common';
import type { CoveredRule } from '../../domain/policy/coverage';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { loadCoverage } from './example-files';

/** How the rules of the documents are carried out, read once when the service starts. */
@Injectable()
export class CoverageService {
  private readonly byPack: ReadonlyMap<string, readonly CoveredRule[]>;

  constructor(@Inject(SEEDS_FOLDER) seedsFolder: string) {
    this.byPack = new Map(loadCoverage(seedsFolder).map(({ pack, covered }) => [pack, covered]));
  }

  /** How far the line of a pack at an address is; undefined where nobody has said. */
  standingOf(packId: string, address: string): CoveredRule['standing'] | undefined {
    return this.byPack.get(packId)?.find(({ by }) => by.includes(address))?.standing;
  }
}
