import type { EntityManager } from 'typeorm';
import { type LineProgress, progressOf, type RegisterSince } from '../../domain/assets/stocktaking-progress';
import { AssetCorrectionEntity } from './asset-correction.entity';
import { AssetParticularsEntity } from './asset-particulars.entity';
import { StocktakingDecisionEntity, StocktakingEntity, StocktakingLineEntity } from './stocktaking.entity';

/** By stocktaking, how far each of its differences is. */
export async function readProgress(
  db: EntityManager,
  collectiveId: string,
  assets: RegisterSince['assets'],
): Promise<ReadonlyMap<string, readonly LineProgress[]>> {
  const order = { stocktakingId: 'ASC', line: 'ASC' } as const;
  const heads = await db.findBy(StocktakingEntity, { collectiveId });
  const lines = await db.find(StocktakingLineEntity, { where: { collectiveId }, order });
  const decisions = await db.findBy(StocktakingDecisionEntity, { collectiveId });
  const mendings = await readMendings(db, collectiveId);
  return new Map(
    heads.map(({ id, enteredAt }) => {
      const mended = new Set(mendings.filter((each) => each.at > enteredAt).map(({ assetId }) => assetId));
      const own = lines.filter(({ stocktakingId }) => stocktakingId === id);
      const decided = decisions.filter(({ stocktakingId }) => stocktakingId === id);
      return [id, progressOf({ id, lines: own, decisions: decided }, { assets, mended })];
    }),
  );
}

/** When figures or particulars of assets were put right. */
async function readMendings(
  db: EntityManager,
  collectiveId: string,
): Promise<{ assetId: string; at: string }[]> {
  const figures = await db.findBy(AssetCorrectionEntity, { collectiveId });
  const particulars = await db.findBy(AssetParticularsEntity, { collectiveId });
  return [...figures, ...particulars].map(({ assetId, enteredAt: at }) => ({ assetId, at }));
}
