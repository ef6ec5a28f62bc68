import type { EntityManager } from 'typeorm';
import type { Remedy } from '../../domain/assets/asset-remedy';
import { AssetRemedyEndEntity, AssetRemedyEntity } from './asset-remedy.entity';

/** Every remedy of a village by the asset's id, of each asset in the order in which they were decided. */
export async function readRemedies(
  db: EntityManager,
  collectiveId: string,
): Promise<ReadonlyMap<string, readonly Remedy[]>> {
  const order = { assetId: 'ASC', number: 'ASC' } as const;
  const rows = await db.find(AssetRemedyEntity, { where: { collectiveId }, order });
  const ends = await db.find(AssetRemedyEndEntity, { where: { collectiveId }, order });
  const found = new Map<string, Remedy[]>();
  for (const { assetId, number, remedy, what, who, dueOn, decidedOn, paper } of rows) {
    const end = ends.find((each) => each.assetId === assetId && each.number === number);
    const ended = end === undefined ? undefined : { doneOn: end.doneOn, outcome: end.outcome };
    const own = { number, remedy, what, who, dueOn, decidedOn, paper, ended };
    found.set(assetId, [...(found.get(assetId) ?? []), own]);
  }
  return found;
}
