import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parse } from 'yaml';
import {
  patternOf,
  type PlateElsewhere,
  type PlateGround,
  plateKey,
  type PlatePattern,
} from '../../domain/assets/plates';
import { lockName } from '../../platform/database/locks';
import { run } from '../../platform/database/statements';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { UsersService } from '../users/users.service';
import { AssetsService } from './assets.service';

interface PlatesFile {
  readonly patterns: readonly (PlatePattern & { readonly codes: readonly string[] })[];
}

/** A file that ships with the program, held against its schema by its tests. */
const readPlatesFile: (text: string) => PlatesFile = parse;

/** For whom plates are looked up, and which. */
export interface PlatesAsked {
  readonly collectiveId: string;
  readonly plates: readonly string[];
  /** Who asks, for what he may be told; nobody is told nothing of other villages. */
  readonly by?: string | undefined;
}

interface Bearer {
  readonly collective_id: string;
  readonly asset_id: string;
  readonly plate_number: string;
}

/** The plates of a county: which its other villages have given, and how it writes them. */
@Injectable()
export class CountyPlatesService {
  private known: PlatesFile | undefined;

  constructor(
    private readonly collectives: CollectivesService,
    private readonly assets: AssetsService,
    private readonly users: UsersService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  /** What plates of a village are held against, beside those of its own assets. */
  async groundOf(db: EntityManager, asked: PlatesAsked): Promise<PlateGround> {
    const pattern = await this.findPattern(asked.collectiveId);
    return { elsewhere: await this.elsewhere(db, asked), pattern };
  }

  /** A village and the others of its county, by name. */
  async villagesBeside(
    collectiveId: string,
  ): Promise<{ readonly own: Collective; readonly others: readonly Collective[] }> {
    const own = await this.collectives.requireCollective(collectiveId);
    return { own, others: await this.othersOf(collectiveId) };
  }

  /** Two villages of a county that give one plate at the same moment take turns. */
  async lock(tx: EntityManager, collectiveId: string): Promise<void> {
    await lockName(tx, `plates of ${await this.countyOf(collectiveId)}`);
  }

  /** How the region of a village writes its plates, where it is known. */
  async findPattern(collectiveId: string): Promise<PlatePattern | undefined> {
    this.known ??= readPlatesFile(readFileSync(join(this.seedsFolder, 'plates', 'patterns.yaml'), 'utf8'));
    return patternOf(await this.countyOf(collectiveId), this.known.patterns);
  }

  private async elsewhere(
    db: EntityManager,
    { collectiveId, plates, by }: PlatesAsked,
  ): Promise<ReadonlyMap<string, PlateElsewhere>> {
    const wanted = new Set(plates.map(plateKey).filter((key) => key !== ''));
    const found = new Map<string, PlateElsewhere>();
    if (wanted.size === 0) return found;
    for (const { asset_id: id, collective_id: village, plate_number: plate } of await this.bearers(
      db,
      collectiveId,
    )) {
      const key = plateKey(plate);
      if (!wanted.has(key) || found.has(key)) continue;
      const { asset } = await this.assets.requireAsset(village, id, db);
      // A plate of what has left hangs nowhere any more.
      if (asset.leftOn === undefined) found.set(key, await this.toldOf(village, asset.name, by));
    }
    return found;
  }

  private async toldOf(village: string, asset: string, by: string | undefined): Promise<PlateElsewhere> {
    const ancestorIds = await this.collectives.listAncestorIds(village);
    const isSeen = by !== undefined && (await this.users.reaches(by, { collectiveId: village, ancestorIds }));
    return isSeen ? { asset, village: (await this.collectives.requireCollective(village)).name } : 'unseen';
  }

  /** Every asset with a plate in the other villages of the county, as their registers have it last. */
  private async bearers(db: EntityManager, collectiveId: string): Promise<Bearer[]> {
    const villages = (await this.othersOf(collectiveId)).map(({ id }) => id);
    if (villages.length === 0) return [];
    return run<Bearer>(
      db,
      `SELECT known.collective_id, known.asset_id, known.plate_number FROM asset_particulars known
       WHERE known.collective_id IN (${villages.map(() => '?').join(', ')}) AND known.plate_number <> ''
         AND known.version = (
           SELECT MAX(later.version) FROM asset_particulars later
           WHERE later.collective_id = known.collective_id AND later.asset_id = known.asset_id)
       ORDER BY known.asset_id`,
      villages,
    );
  }

  private async othersOf(collectiveId: string): Promise<Collective[]> {
    const county = await this.countyOf(collectiveId);
    const all = await this.collectives.listCollectives();
    return all
      .filter(({ id, kind }) => kind === 'village' && id !== collectiveId)
      .filter(({ regionPath }) => countyIn(regionPath) === county);
  }

  private async countyOf(collectiveId: string): Promise<string> {
    return countyIn((await this.collectives.requireCollective(collectiveId)).regionPath);
  }
}

/** The county is the first six digits of a region's code. */
function countyIn(regionPath: readonly string[]): string {
  return (regionPath[0] ?? '').slice(0, 6);
}
