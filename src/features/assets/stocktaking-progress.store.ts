import type { EntityManager } from 'typeorm';
import {
  findsOf,
  type FoundBefore,
  type LineProgress,
  progressOf,
  type RegisterSince,
} from '../../domain/assets/stocktaking-progress';
import { AssetCorrectionEntity } from './asset-correction.entity';
import { AssetParticularsEntity } from './asset-particulars.entity';
import {
  StocktakingDecisionEntity,
  StocktakingEntity,
  StocktakingLineEntity,
  StocktakingMatchEntity,
  StocktakingWithdrawalEntity,
} from './stocktaking.entity';

/** By stocktaking, how far each of its differences is; the one entered first sees to what both found. */
export async function readProgress(
  db: EntityManager,
  collectiveId: string,
  assets: RegisterSince['assets'],
): Promise<ReadonlyMap<string, readonly LineProgress[]>> {
  const order = { stocktakingId: 'ASC', line: 'ASC' } as const;
  const heads = await db.find(StocktakingEntity, { where: { collectiveId }, order: { id: 'ASC' } });
  const lines = await db.find(StocktakingLineEntity, { where: { collectiveId }, order });
  const decisions = await db.findBy(StocktakingDecisionEntity, { collectiveId });
  const matches = await db.findBy(StocktakingMatchEntity, { collectiveId });
  const withdrawals = await db.findBy(StocktakingWithdrawalEntity, { collectiveId });
  const mendings = await readMendings(db, collectiveId);
  const before = new Map<string, FoundBefore>();
  const found = new Map<string, readonly LineProgress[]>();
  for (const { id, countedOn, enteredAt } of heads) {
    const mended = new Set(mendings.filter((each) => each.at > enteredAt).map(({ assetId }) => assetId));
    const ofRound = <Row extends { stocktakingId: string }>(rows: readonly Row[]): Row[] =>
      rows.filter(({ stocktakingId }) => stocktakingId === id);
    const round = { id, countedOn, lines: ofRound(lines), decisions: ofRound(decisions), before };
    const progress = progressOf({ ...round, matches: ofRound(matches) }, { assets, mended });
    found.set(id, progress);
    if (ofRound(withdrawals).length > 0) continue;
    for (const [name, place] of findsOf(round, progress, { assets })) before.set(name, place);
  }
  return found;
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
