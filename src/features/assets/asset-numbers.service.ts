import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { run } from '../../platform/database/statements';
import { CollectivesService } from '../collectives/collectives.service';

/** Which numbers on plates are given twice: a county numbers the assets of all of its villages together. */
@Injectable()
export class AssetNumbersService {
  constructor(private readonly collectives: CollectivesService) {}

  /** How many assets of the county of a village bear each of these numbers, as the register has it last. */
  async countBearers(
    db: EntityManager,
    collectiveId: string,
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const asked = [...new Set(numbers.filter((number) => number !== ''))];
    if (asked.length === 0) return new Map();
    const ids = await this.villagesOfCounty(collectiveId);
    const rows = await run<{ asset_id: string; plate_number: string }>(
      db,
      `SELECT known.asset_id, known.plate_number FROM asset_particulars known
       WHERE known.collective_id IN (${marks(ids)}) AND known.plate_number IN (${marks(asked)})
         AND known.version = (
           SELECT MAX(later.version) FROM asset_particulars later
           WHERE later.collective_id = known.collective_id AND later.asset_id = known.asset_id)`,
      [...ids, ...asked],
    );
    const bearers = new Map<string, string[]>();
    for (const { asset_id: assetId, plate_number: number } of rows)
      bearers.set(number, [...(bearers.get(number) ?? []), assetId]);
    return bearers;
  }

  /** The county is the first six digits of a region's code. */
  private async villagesOfCounty(collectiveId: string): Promise<string[]> {
    const all = await this.collectives.listCollectives();
    const countyOf = (id: string): string =>
      (all.find((each) => each.id === id)?.regionPath[0] ?? '').slice(0, 6);
    const own = countyOf(collectiveId);
    return all.filter(({ id, kind }) => kind === 'village' && countyOf(id) === own).map(({ id }) => id);
  }
}

function marks(values: readonly string[]): string {
  return values.map(() => '?').join(', ');
}
